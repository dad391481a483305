using Neatx.Core.Campaign;

namespace Neatx.Web.Figures;

/// <summary>What the ratings say as of one event of the log. Immutable.</summary>
/// <param name="Sequence">Of the last event that is counted in.</param>
/// <param name="Phase">The campaign's then.</param>
/// <param name="ComputedAt">By the server's clock.</param>
/// <param name="Agreement">Between raters, with the reference standard, and of raters with themselves.</param>
/// <param name="Prevalence">The share of positives of each rater and finding.</param>
/// <param name="Stop">Whether enough is rated; null where no rule says.</param>
/// <param name="Disagreements">Which images are in dispute.</param>
/// <param name="RatedEnough">Images that as many raters completed as the plan wants.</param>
internal sealed record FigureSet(
    long Sequence,
    CampaignPhase Phase,
    DateTimeOffset ComputedAt,
    IReadOnlyList<AgreementFigure> Agreement,
    IReadOnlyList<PrevalenceFigure> Prevalence,
    StopFigure? Stop,
    DisagreementIndex Disagreements,
    int RatedEnough);
