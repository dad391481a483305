namespace Neatx.Workspace.Launch;

/// <summary>The stages of a run, in order.</summary>
public enum Stage
{
    /// <summary>Datasets, label tables and ratings are read.</summary>
    Catalog,

    /// <summary>Ratings are combined into label sets.</summary>
    Labels,

    /// <summary>Cohorts are picked; after the labels, since a step may name a label set made here.</summary>
    Cohorts,

    /// <summary>Label sets and raters are compared.</summary>
    Agreement,

    /// <summary>Films are looked at and prepared.</summary>
    Images,

    /// <summary>Images are parted by patient.</summary>
    Splits,

    /// <summary>Networks are trained.</summary>
    Training,

    /// <summary>Scores are evaluated against label sets.</summary>
    Evaluation,

    /// <summary>Published numbers are checked.</summary>
    Claims,

    /// <summary>Report, results.json and CSV tables are written.</summary>
    Report,
}
