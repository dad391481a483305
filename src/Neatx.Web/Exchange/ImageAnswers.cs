using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Web.Exchange;

/// <summary>What one rater answered on one image, as it comes and goes in files.</summary>
public sealed record ImageAnswers
{
    public required string Dataset { get; init; }

    public required string Image { get; init; }

    public string Patient { get; init; } = "";

    public string? Folder { get; init; }

    public ImagePool Pool { get; init; }

    /// <summary>A pseudonym.</summary>
    public required string Rater { get; init; }

    public int Occurrence { get; init; }

    /// <summary>The certainties by finding in the order of the plan, missing where nothing was said.</summary>
    public required IReadOnlyList<Rating> Grades { get; init; }

    public required IReadOnlyList<Side> Sides { get; init; }

    /// <summary>Why the image was held unfit, or null.</summary>
    public string? Invalid { get; init; }

    public string? Note { get; init; }

    /// <summary>"line:FINDING" or "box:FINDING" to its JSON.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The rating of a finding: INVALID where the image was held unfit.</summary>
    public Rating this[int finding] => Invalid is null ? Grades[finding] : Rating.Invalid;
}
