using System.Globalization;
using System.Text.Json;

namespace Neatx.Core.Campaign;

/// <summary>What a campaign asks of its raters. It is in the log whole, at the opening and at every change.</summary>
public sealed record CampaignPlan
{
    public required string Title { get; init; }

    /// <summary>At least one; names and keys differ. They never change once the campaign is open.</summary>
    public required IReadOnlyList<CampaignFinding> Findings { get; init; }

    /// <summary>How many raters rate each image. Default: 2.</summary>
    public int Overlap { get; init; } = 2;

    /// <summary>Whether all raters see the images in one order; otherwise each in an order of their own. Default: false.</summary>
    public bool SharedOrder { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>The share of a rater's images that the rater has rated before, unknowingly; for intra-rater agreement. Default: 0.</summary>
    public double Repeats { get; init; }

    /// <summary>How many images lie at least between the two times. Default: 20.</summary>
    public int RepeatGap { get; init; } = 20;

    /// <summary>The share of a rater's images that have a reference standard, unknowingly. Default: 0.</summary>
    public double HiddenGold { get; init; }

    /// <summary>How many images a rater may hold unfinished. Default: 20.</summary>
    public int Batch { get; init; } = 20;

    /// <summary>How long an image stays reserved for a rater who does nothing. Default: 30.</summary>
    public int LeaseMinutes { get; init; } = 30;

    /// <summary>Null when raters rate without training and qualification.</summary>
    public QualificationRule? Qualification { get; init; }

    /// <summary>Null when all images are rated.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>The language of the pages: "en" or "da". Default: "en".</summary>
    public string Language { get; init; } = "en";

    /// <summary>The index of a finding by its name, or -1.</summary>
    public int IndexOf(string finding)
    {
        for (var index = 0; index < Findings.Count; index++)
            if (Findings[index].Name == finding) return index;
        return -1;
    }

    /// <summary>The plan as one line of JSON; equal plans have equal lines.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CampaignJson.Default.CampaignPlan);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no plan.</exception>
    public static CampaignPlan Parse(string json)
    {
        var plan = JsonSerializer.Deserialize(json, CampaignJson.Default.CampaignPlan) ?? throw new JsonException("A plan is an object, found null.");
        return plan.Mistake() is { } mistake ? throw new JsonException(mistake) : plan;
    }

    /// <summary>What is wrong with the plan, or null.</summary>
    public string? Mistake()
    {
        if (string.IsNullOrWhiteSpace(Title)) return "A campaign has a title.";
        if (Findings.Count is 0 or > 64) return $"A campaign asks for 1 to 64 findings, got {Text(Findings.Count)}.";
        if (Findings.Any(finding => string.IsNullOrWhiteSpace(finding.Name))) return "A finding has a name.";
        if (Findings.DistinctBy(finding => finding.Name, StringComparer.Ordinal).Count() < Findings.Count) return "A finding is named twice.";
        if (Findings.DistinctBy(finding => finding.Key, StringComparer.Ordinal).Count() < Findings.Count) return "Two findings have the same key.";
        if (Overlap is < 1 or > 100) return $"The overlap is 1 to 100 raters an image, got {Text(Overlap)}.";
        if (Repeats is not (>= 0 and <= .5)) return $"The share of repeats is 0 to .5, got {Text(Repeats)}.";
        if (HiddenGold is not (>= 0 and <= .5)) return $"The share of hidden images of the reference standard is 0 to .5, got {Text(HiddenGold)}.";
        if (RepeatGap < 0) return $"The gap before a repeat is 0 or more images, got {Text(RepeatGap)}.";
        if (Batch is < 1 or > 1000) return $"A rater holds 1 to 1000 unfinished images, got {Text(Batch)}.";
        return LeaseMinutes is < 1 or > 100_000 ? $"An image is reserved for 1 to 100000 minutes, got {Text(LeaseMinutes)}." : null;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
