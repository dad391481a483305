namespace Neatx.Workspace.Tests.Protocol;

/// <summary>The beginnings of protocols that tests go on with; each ends in a line feed and is without mistakes.</summary>
internal static class ExampleProtocol
{
    /// <summary>Lines 1 and 2.</summary>
    public const string Head = """
        name: t
        title: T

        """;

    /// <summary>Up to line 3: Mass, Nodule, the two together, and Infiltration with an alias.</summary>
    public const string WithFindings = Head + """
        findings: {Mass: , Nodule: , Nodule or mass: {any_of: [Nodule, Mass]}, Infiltration: {aliases: [Infiltrate]}}

        """;

    /// <summary>Up to line 5: the dataset d.</summary>
    public const string WithDataset = WithFindings + """
        datasets:
          d: {title: D, table: {files: a.csv, format: nih_cxr14}}

        """;

    /// <summary>Up to line 8: the label sets one and two.</summary>
    public const string WithLabelSets = WithDataset + """
        label_sets:
          one: {title: One, kind: model, dataset: d, unlisted: negative}
          two: {title: Two, kind: image_review, dataset: d}

        """;

    /// <summary>Up to line 10: the ratings r by a1 and a2.</summary>
    public const string WithRatings = WithLabelSets + """
        ratings:
          r: {title: R, table: {files: b.csv, format: csv, columns: {image: i, raters: [a1, a2], findings: {Mass: 'm_{rater}'}}}}

        """;

    /// <summary>Up to line 12: the cohort c with its step s.</summary>
    public const string WithCohort = WithRatings + """
        cohorts:
          c: {title: C, dataset: d, steps: [{name: s, title: S, first: 3}]}

        """;
}
