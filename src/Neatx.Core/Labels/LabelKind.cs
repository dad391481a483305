namespace Neatx.Core.Labels;

/// <summary>Who or what produced the labels of a label set.</summary>
public enum LabelKind
{
    /// <summary>Mined from radiology reports by a program.</summary>
    ReportParsing,

    /// <summary>Read from radiology reports by a person.</summary>
    ReportReview,

    /// <summary>Reports read partly by persons and parsed partly by a program (PadChest).</summary>
    Mixed,

    /// <summary>Experts looking at the images.</summary>
    ImageReview,

    /// <summary>People without medical training looking at the images.</summary>
    NonExpert,

    /// <summary>A trained model.</summary>
    Model,
}
