using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>The whole language of protocols. What is declared here and below validates, binds and describes itself to editors.</summary>
internal static class ProtocolLanguage
{
    private static readonly TypedKey<string> Name = Key.Required("name", NameShape.Plain, "The short name of the protocol.");
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The title of the report.");
    private static readonly TypedKey<long> Seed = Key.Defaulted("seed", new WholeShape(0), 1, "The seed that every random step derives its own from.");

    private static readonly TypedKey<bool> Synthetic = Key.Defaulted(
        "synthetic", BoolShape.Instance, false, "Whether the data are made up; every figure and table then says so.");

    private static readonly TypedKey<OrderedDictionary<string, FindingDefinition>> Findings = Key.Optional(
        "findings", FindingLanguage.Shape, "The harmonised vocabulary: every finding that is named below, by its one name.");

    private static readonly TypedKey<OrderedDictionary<string, DatasetDefinition>> Datasets = Key.Optional(
        "datasets", DatasetLanguage.Shape, "Tables of images with their patients and attributes.");

    private static readonly TypedKey<OrderedDictionary<string, LabelSetDefinition>> LabelSets = Key.Optional(
        "label_sets", LabelSetLanguage.Shape, "Labels, each set from one source.");

    private static readonly TypedKey<OrderedDictionary<string, RatingsDefinition>> Ratings = Key.Optional(
        "ratings", RatingsLanguage.Shape, "What raters said, in the order of rating.");

    private static readonly TypedKey<OrderedDictionary<string, ConsensusDefinition>> Consensus = Key.Optional(
        "consensus", ConsensusLanguage.Shape, "Label sets made from ratings by a named rule.");

    private static readonly TypedKey<OrderedDictionary<string, CohortDefinition>> Cohorts = Key.Optional(
        "cohorts", CohortLanguage.Shape, "Images picked from a dataset by steps, with a count after each.");

    private static readonly TypedKey<OrderedDictionary<string, SplitDefinition>> Splits = Key.Optional(
        "splits", SplitLanguage.Shape, "Images parted so that no patient is in two parts.");

    private static readonly TypedKey<OrderedDictionary<string, SweepDefinition>> Training = Key.Optional(
        "training", SweepLanguage.Shape, "Sweeps: training runs that differ in model and seed alone.");

    private static readonly TypedKey<EvaluationDefinition> Evaluation = Key.Optional(
        "evaluation", EvaluationLanguage.Shape, "How scores are evaluated, and the tables that compare them.");

    private static readonly TypedKey<AgreementDefinition> Agreement = Key.Optional(
        "agreement", AgreementLanguage.Shape, "What is compared with what, and how.");

    private static readonly TypedKey<CampaignDefinition> Campaign = Key.Optional(
        "campaign", CampaignLanguage.Shape, "What several raters judge in the browser, blind to one another.");

    private static readonly TypedKey<OrderedDictionary<string, IReadOnlyList<ClaimDefinition>>> Claims = Key.Optional(
        "claims", ClaimLanguage.Shape, "Published numbers and what computes them here.");

    /// <summary>Binds to a document that still lacks its data root and checksum, which the file does not state.</summary>
    public static ObjectShape<ProtocolDocument> Shape { get; } = new(
        "protocol",
        "A Neatx protocol: what is read, compared and claimed.",
        [Name, Title, Seed, Synthetic, Findings, Datasets, LabelSets, Ratings, Consensus, Cohorts, Campaign, Agreement, Splits, Training, Evaluation, Claims],
        fields => new()
        {
            Name = fields.Get(Name),
            Title = fields.Get(Title),
            Seed = (ulong)fields.Get(Seed),
            Synthetic = fields.Get(Synthetic),
            DataRoot = "",
            Sha256 = "",
            Findings = All(fields, Findings),
            Datasets = All(fields, Datasets),
            LabelSets = All(fields, LabelSets),
            Ratings = All(fields, Ratings),
            Consensus = All(fields, Consensus),
            Cohorts = All(fields, Cohorts),
            Campaign = fields.Find(Campaign),
            Agreement = fields.Find(Agreement) ?? new(),
            Splits = All(fields, Splits),
            Training = All(fields, Training),
            Evaluation = fields.Find(Evaluation) ?? new(),
            Claims = [.. All(fields, Claims).SelectMany(group => group)],
        });

    private static IReadOnlyList<T> All<T>(Fields fields, TypedKey<OrderedDictionary<string, T>> key) => [.. fields.Find(key)?.Values ?? Enumerable.Empty<T>()];
}
