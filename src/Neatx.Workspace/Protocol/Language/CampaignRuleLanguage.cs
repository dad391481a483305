using Neatx.Core.Campaign;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>qualification and stop: rules on the interval of Cohen's kappa.</summary>
internal static class CampaignRuleLanguage
{
    private static readonly QualificationRule QualificationDefaults = new();
    private static readonly StopRule StopDefaults = new();

    private static readonly TypedKey<double> Bound = Key.Defaulted(
        "bound", new ShareShape(bounds: true), QualificationDefaults.Bound, "What the lower bound of the interval of kappa to the reference standard must reach.");

    private static readonly TypedKey<double> QualificationLevel = Key.Defaulted(
        "confidence", new ShareShape(bounds: false), QualificationDefaults.Level, "The level of the interval.");

    private static readonly TypedKey<long> QualificationResamples = Key.Defaulted(
        "resamples", new WholeShape(100, 100_000), QualificationDefaults.Resamples, "Bootstrap resamples.");

    private static readonly TypedKey<double> HalfWidth = Key.Defaulted(
        "half_width", new ShareShape(bounds: false), StopDefaults.HalfWidth, "Below this half-width of the interval of kappa between raters, for every finding, enough is rated.");

    private static readonly TypedKey<double> StopLevel = Key.Defaulted("confidence", new ShareShape(bounds: false), StopDefaults.Level, "The level of the interval.");

    private static readonly TypedKey<long> StopResamples = Key.Defaulted(
        "resamples", new WholeShape(100, 100_000), StopDefaults.Resamples, "Bootstrap resamples of patients.");

    private static readonly TypedKey<long> Least = Key.Defaulted(
        "least", new WholeShape(2, 1_000_000), StopDefaults.Least, "Images rated by two or more before the rule is asked at all.");

    public static ObjectShape<QualificationRule> Qualification { get; } = new(
        "qualification",
        "When a rater is qualified.",
        [Bound, QualificationLevel, QualificationResamples],
        fields => new() { Bound = fields.Get(Bound), Level = fields.Get(QualificationLevel), Resamples = (int)fields.Get(QualificationResamples) })
    {
        MayBeNothing = true,
    };

    public static ObjectShape<StopRule> Stop { get; } = new(
        "stop rule",
        "When enough is rated.",
        [HalfWidth, StopLevel, StopResamples, Least],
        fields => new()
        {
            HalfWidth = fields.Get(HalfWidth),
            Level = fields.Get(StopLevel),
            Resamples = (int)fields.Get(StopResamples),
            Least = (int)fields.Get(Least),
        })
    {
        MayBeNothing = true,
    };
}
