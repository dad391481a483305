using Neatx.Core.Campaign;

namespace Neatx.Workspace.Protocol;

/// <summary>What several raters are asked to judge, and how the work is shared out.</summary>
public sealed record CampaignDefinition
{
    public required string Title { get; init; }

    /// <summary>The dataset or cohort whose images are rated.</summary>
    public required string Images { get; init; }

    /// <summary>In the order of the page.</summary>
    public required IReadOnlyList<CampaignFinding> Findings { get; init; }

    /// <summary>The guideline, a Markdown file, absolute; null where there is none.</summary>
    public string? Guideline { get; init; }

    public IReadOnlyList<CampaignExample> Examples { get; init; } = [];

    public int Overlap { get; init; } = 2;

    /// <summary>Whether all raters see the images in one order.</summary>
    public bool SharedOrder { get; init; }

    public double Repeats { get; init; }

    public int RepeatGap { get; init; } = 20;

    public int Batch { get; init; } = 20;

    public int LeaseMinutes { get; init; } = 30;

    /// <summary>Null for a campaign without a reference standard.</summary>
    public CampaignGoldDefinition? Gold { get; init; }

    /// <summary>The label set that nobody may see before the campaign is frozen, or null.</summary>
    public string? Sealed { get; init; }

    /// <summary>The pseudonyms of the raters who are to be invited.</summary>
    public IReadOnlyList<string> Raters { get; init; } = [];

    public QualificationRule? Qualification { get; init; }

    public StopRule? Stop { get; init; }

    /// <summary>"en" or "da".</summary>
    public string Language { get; init; } = "en";

    /// <summary>The plan that opens the campaign.</summary>
    /// <param name="seed">The seed of the protocol.</param>
    public CampaignPlan ToPlan(ulong seed) => new()
    {
        Title = Title,
        Findings = Findings,
        Overlap = Overlap,
        SharedOrder = SharedOrder,
        Seed = seed,
        Repeats = Repeats,
        RepeatGap = RepeatGap,
        HiddenGold = Gold?.Hidden is null ? 0 : Gold.HiddenShare,
        Batch = Batch,
        LeaseMinutes = LeaseMinutes,
        Qualification = Qualification,
        Stop = Stop,
        Language = Language,
    };
}
