using Neatx.Core.Campaign;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>campaign: what several raters judge in the browser, and how the work is shared out.</summary>
internal static class CampaignLanguage
{
    private static readonly CampaignDefinition Defaults = new() { Title = "", Images = "", Findings = [] };

    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The title that raters see.");

    private static readonly TypedKey<string> Images = Key.Required(
        "images", new ReferenceShape(NameSpace.Cohort, NameSpace.Dataset), "The cohort or dataset whose images are rated.");

    private static readonly TypedKey<OrderedDictionary<string, Func<string, int, CampaignFinding>>> Findings = Key.Required(
        "findings", CampaignFindingLanguage.Shape, "The findings that are asked for, in the order of the page.");

    private static readonly TypedKey<string> Guideline = Key.Optional("guideline", new FileShape("a Markdown file"), "The written guideline for raters.");

    private static readonly TypedKey<IReadOnlyList<CampaignExample>> Examples = Key.Optional(
        "examples", new ListShape<CampaignExample>(CampaignExampleLanguage.Shape), "Films that are shown beside the guideline.");

    private static readonly TypedKey<long> Overlap = Key.Defaulted("overlap", new WholeShape(1, 100), Defaults.Overlap, "How many raters rate each image.");

    private static readonly TypedKey<bool> SharedOrder = Key.Defaulted(
        "order",
        new WordShape<bool>("an order", [
            new("per_rater", false, "Each rater sees the images in a random order of their own."),
            new("shared", true, "All raters see the images in one random order."),
        ]),
        Defaults.SharedOrder,
        "In which order images are rated; it follows from the protocol's seed.");

    private static readonly TypedKey<double> Repeats = Key.Defaulted(
        "repeats", new ShareShape(bounds: true), Defaults.Repeats, "The share of a rater's images that come again unseen, for intra-rater agreement; at most .5.");

    private static readonly TypedKey<long> RepeatGap = Key.Defaulted(
        "repeat_gap", new WholeShape(0, 100_000), Defaults.RepeatGap, "How many images lie at least between the two times.");

    private static readonly TypedKey<long> Batch = Key.Defaulted("batch", new WholeShape(1, 1000), Defaults.Batch, "How many images a rater may hold unfinished.");

    private static readonly TypedKey<long> LeaseMinutes = Key.Defaulted(
        "lease_minutes", new WholeShape(1, 100_000), Defaults.LeaseMinutes, "How long an image stays reserved for a rater who does nothing.");

    private static readonly TypedKey<CampaignGoldDefinition> Gold = Key.Optional(
        "gold", CampaignGoldLanguage.Shape, "The reference standard, and the images on which raters train, qualify and are watched.");

    private static readonly TypedKey<string> Sealed = Key.Optional(
        "sealed", ReferenceShape.LabelSet, "A label set that nobody may see before the campaign is frozen.");

    private static readonly TypedKey<IReadOnlyList<string>> Raters = Key.Optional(
        "raters", new ListShape<string>(NameShape.Plain, least: 1), "Pseudonyms of the raters; exports name raters by these.");

    private static readonly TypedKey<QualificationRule> Qualification = Key.Optional(
        "qualification", CampaignRuleLanguage.Qualification, "What a rater must reach on the images of the qualification.");

    private static readonly TypedKey<StopRule> Stop = Key.Optional("stop", CampaignRuleLanguage.Stop, "When enough is rated.");

    private static readonly TypedKey<string> Language = Key.Defaulted(
        "language",
        new WordShape<string>("a language", [new("en", "en", "English."), new("da", "da", "Danish.")]),
        Defaults.Language,
        "The language of the pages.");

    public static ObjectShape<CampaignDefinition> Shape { get; } = new(
        "campaign",
        "What several raters judge in the browser, blind to one another.",
        [
            Title, Images, Findings, Guideline, Examples, Overlap, SharedOrder, Repeats, RepeatGap, Batch, LeaseMinutes, Gold, Sealed, Raters, Qualification,
            Stop, Language,
        ],
        fields => new()
        {
            Title = fields.Get(Title),
            Images = fields.Get(Images),
            Findings = [.. fields.Get(Findings).Select((each, index) => each.Value(each.Key, index))],
            Guideline = fields.Find(Guideline),
            Examples = fields.Find(Examples) ?? [],
            Overlap = (int)fields.Get(Overlap),
            SharedOrder = fields.Get(SharedOrder),
            Repeats = fields.Get(Repeats),
            RepeatGap = (int)fields.Get(RepeatGap),
            Batch = (int)fields.Get(Batch),
            LeaseMinutes = (int)fields.Get(LeaseMinutes),
            Gold = fields.Find(Gold),
            Sealed = fields.Find(Sealed),
            Raters = fields.Find(Raters) ?? [],
            Qualification = fields.Find(Qualification) ?? (fields.Find(Gold)?.Qualification is null ? null : new()),
            Stop = fields.Find(Stop),
            Language = fields.Get(Language),
        })
    {
        Rules = [new NeedsRule(Qualification, Gold)],
        Check = Check,
    };

    private static void Check(Fields fields)
    {
        if (fields.FindValue(Repeats) > .5) fields.Report(Repeats, "expected a share of at most .5; more repeats than new images measure nothing");
        if (fields.Find(Sealed) is { } hidden && fields.Find(Gold)?.LabelSet == hidden)
            fields.Report(Sealed, "conflicts with 'gold', which shows this label set to raters; a sealed label set is another");
        if (fields.Find(Raters) is { } raters && raters.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            fields.Report(Raters, $"the rater '{twice.Key}' is named twice; give each a pseudonym of their own");
        if (fields.Has(Qualification) && fields.Find(Gold) is { Qualification: null })
            fields.Report(Qualification, "expected 'gold.qualification' beside it, the cohort that raters qualify on; add that or remove this");
        if (fields.Find(Findings) is not { } findings) return;
        if (findings.Count is 0 or > 64) fields.Report(Findings, "expected 1 to 64 findings");
        var keys = findings.Select((each, index) => each.Value(each.Key, index).Key).ToList();
        if (keys.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
            fields.Report(Findings, $"two findings have the key '{same.Key}'; give each a key of its own");
    }
}
