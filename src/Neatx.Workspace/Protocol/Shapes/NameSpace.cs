namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>
/// What a name names. Within a family no name is given twice: datasets, label sets (consensus among them), ratings and cohorts are one
/// family, as cohort steps and claims name any of them.
/// </summary>
internal sealed record NameSpace(string Kind, string Family)
{
    private const string Tables = "tables";
    private const string Models = "models";

    public static NameSpace Dataset { get; } = new("dataset", Tables);

    public static NameSpace LabelSet { get; } = new("label set", Tables);

    public static NameSpace Ratings { get; } = new("ratings table", Tables);

    public static NameSpace Cohort { get; } = new("cohort", Tables);

    public static NameSpace Finding { get; } = new("finding", "findings");

    /// <summary>Other spellings of findings: known, and never to be used as names.</summary>
    public static NameSpace Alias { get; } = new("alias", "findings");

    /// <summary>The datasets whose own table holds no findings.</summary>
    public static NameSpace Unlabelled { get; } = new("dataset without findings", "datasets without findings");

    /// <summary>The findings that are made up of others.</summary>
    public static NameSpace Derived { get; } = new("derived finding", "derived findings");

    /// <summary>What the images of a table are of: it means a dataset, or the table that it is made from.</summary>
    public static NameSpace Origin { get; } = new("origin", "origins");

    /// <summary>What the images of a split are of: it means one of its tables.</summary>
    public static NameSpace OriginOfSplit { get; } = new("origin of a split", "origins of splits");

    /// <summary>The datasets that state where their films are.</summary>
    public static NameSpace Filmed { get; } = new("dataset with images", "datasets with images");

    public static NameSpace Split { get; } = new("split", "splits");

    public static NameSpace Sweep { get; } = new("sweep", Models);

    public static NameSpace Scores { get; } = new("scores", Models);

    public static NameSpace EvaluationTable { get; } = new("evaluation table", "evaluation tables");

    public static NameSpace Comparison { get; } = new("comparison", "comparisons");

    public static NameSpace Claim { get; } = new("claim", "claims");

    public static NameSpace StepOf(string cohort) => new("step", $"steps of {cohort}");

    /// <summary>The further columns that a dataset keeps.</summary>
    public static NameSpace KeptOf(string dataset) => new("kept column", $"kept columns of {dataset}");

    public static NameSpace PartOf(string split) => new("part", $"parts of {split}");

    public static NameSpace RaterOf(string ratings) => new("rater", $"raters of {ratings}");

    /// <summary>Findings are the same regardless of case; all other names are exact.</summary>
    public string Fold(string name) => Family == Finding.Family ? name.ToUpperInvariant() : name;
}
