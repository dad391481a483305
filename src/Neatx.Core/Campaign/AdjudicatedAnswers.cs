using Neatx.Core.Labels;

namespace Neatx.Core.Campaign;

/// <summary>What an adjudicator decided on one image. Changed by <see cref="CampaignState"/> alone.</summary>
public sealed class AdjudicatedAnswers
{
    private readonly byte[] _grades;

    internal AdjudicatedAnswers(int image, int findings) => (Image, _grades) = (image, new byte[findings]);

    public int Image { get; }

    /// <summary>Why the image is held unfit, or null.</summary>
    public string? Invalid { get; private set; }

    /// <summary>The grades by finding as they were given, whether or not the image is held unfit: codes of <see cref="Rating"/>.</summary>
    public ReadOnlySpan<byte> Grades => _grades;

    /// <summary>Missing where nothing was decided.</summary>
    public Rating this[int finding] => Invalid is null ? Rating.OfCode(_grades[finding]) : Rating.Invalid;

    internal string? ValueOf(int finding)
    {
        if (finding < 0) return Invalid is null ? null : InvalidReason.ToValue(Invalid);
        return _grades[finding] == 0 ? null : Rating.OfCode(_grades[finding]).ToString();
    }

    internal void Set(int finding, string? value)
    {
        if (finding < 0) Invalid = InvalidReason.Of(value);
        else _grades[finding] = Rating.TryParse(value, out var rating) ? rating.Code : throw new ArgumentException($"'{value}' is no grade.", nameof(value));
    }
}
