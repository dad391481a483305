namespace Neatx.Workspace.Report.Figures;

/// <summary>What a panel of curves shows.</summary>
internal enum CurveKind
{
    /// <summary>Sensitivity against false positive rate.</summary>
    Roc,

    /// <summary>Precision against recall.</summary>
    PrecisionRecall,

    /// <summary>Share of positives against mean score.</summary>
    Calibration,
}
