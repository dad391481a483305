namespace Neatx.Workspace.Protocol;

/// <summary>
/// A protocol that was read and found without mistakes: every reference in it resolves, every name is unique,
/// every file that is not optional exists. Lists keep the order of the file.
/// </summary>
public sealed record ProtocolDocument
{
    /// <summary>The short name of the protocol, for instance "neatx".</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The seed that every random step of this protocol derives its own from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>True when the data are made up, so that every view of the results says so.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The file as it was named to the reader.</summary>
    public string File { get; init; } = "";

    /// <summary>The folder that relative file names start from: --data, or else the folder of the protocol file.</summary>
    public required string DataRoot { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the protocol file as read, overrides of --set included.</summary>
    public required string Sha256 { get; init; }

    public IReadOnlyList<FindingDefinition> Findings { get; init; } = [];

    public IReadOnlyList<DatasetDefinition> Datasets { get; init; } = [];

    public IReadOnlyList<LabelSetDefinition> LabelSets { get; init; } = [];

    public IReadOnlyList<RatingsDefinition> Ratings { get; init; } = [];

    public IReadOnlyList<ConsensusDefinition> Consensus { get; init; } = [];

    public IReadOnlyList<CohortDefinition> Cohorts { get; init; } = [];

    /// <summary>Null for a protocol without a campaign.</summary>
    public CampaignDefinition? Campaign { get; init; }

    public AgreementDefinition Agreement { get; init; } = new();

    public IReadOnlyList<SplitDefinition> Splits { get; init; } = [];

    public IReadOnlyList<SweepDefinition> Training { get; init; } = [];

    public EvaluationDefinition Evaluation { get; init; } = new();

    public IReadOnlyList<ClaimDefinition> Claims { get; init; } = [];

    /// <summary>The dataset that the images of a dataset, label set, ratings table, consensus or cohort are of; null where it names none.</summary>
    public string? DatasetOf(string table) =>
        Datasets.FirstOrDefault(each => each.Name == table)?.Name
        ?? LabelSets.FirstOrDefault(each => each.Name == table)?.Dataset
        ?? Cohorts.FirstOrDefault(each => each.Name == table)?.Dataset
        ?? Ratings.FirstOrDefault(each => each.Name == (Consensus.FirstOrDefault(made => made.Name == table)?.Ratings ?? table))?.Dataset;
}
