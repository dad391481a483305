using System.Runtime.InteropServices;

namespace Neatx.Core.Campaign;

/// <summary>
/// What an event of the rating does to the state, without what vouches for it: a log of millions is replayed from these. The fields are those of
/// <see cref="CampaignEvent"/>.
/// </summary>
/// <param name="Sequence">1, 2, 3, ...</param>
/// <param name="Kind">Of rating: see <see cref="EventKinds.IsOfRating"/>.</param>
/// <param name="Rater">The user who did it.</param>
/// <param name="Image">The number of the image.</param>
/// <param name="Occurrence">0 for the first time.</param>
/// <param name="Finding">Null for the whole image.</param>
/// <param name="New">What stands there now.</param>
/// <param name="DwellMs">How long the image had been looked at.</param>
/// <param name="ServerTime">By the clock of the server.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RatingChange(
    long Sequence, EventKind Kind, string Rater, int Image, int Occurrence, string? Finding, string? New, int? DwellMs, DateTimeOffset ServerTime)
{
    internal static RatingChange Of(CampaignEvent entry) => new(
        entry.Sequence,
        entry.Kind,
        entry.Rater ?? throw new InvalidOperationException($"Event {entry.Sequence} names no rater."),
        entry.Image ?? throw new InvalidOperationException($"Event {entry.Sequence} names no image."),
        entry.Occurrence,
        entry.Finding,
        entry.New,
        entry.DwellMs,
        entry.ServerTime);
}
