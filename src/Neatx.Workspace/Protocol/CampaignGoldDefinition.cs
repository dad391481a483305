namespace Neatx.Workspace.Protocol;

/// <summary>The reference standard of a campaign and the images it is used on. No patient of these is among the images to be rated.</summary>
public sealed record CampaignGoldDefinition
{
    /// <summary>The label set that holds the answers.</summary>
    public required string LabelSet { get; init; }

    /// <summary>The cohort that raters train on with feedback, or null.</summary>
    public string? Training { get; init; }

    /// <summary>The cohort that raters qualify on, or null.</summary>
    public string? Qualification { get; init; }

    /// <summary>The cohort that is hidden among the images to be rated, or null.</summary>
    public string? Hidden { get; init; }

    /// <summary>A CSV file with the lines and boxes that the reference standard draws on films of the training, shown with the feedback; or null.</summary>
    public string? Marks { get; init; }

    /// <summary>The share of a rater's images that are of <see cref="Hidden"/>.</summary>
    public double HiddenShare { get; init; } = .05;
}
