using Neatx.Core.Labels;

namespace Neatx.Core.Campaign;

/// <summary>The reference standard of a campaign's gold images. It never leaves the server but as feedback in training. Immutable.</summary>
public sealed class CampaignGold
{
    private readonly IReadOnlyDictionary<int, LabelState[]> _states;

    /// <param name="states">Image to the state of each finding, in the order of the plan.</param>
    public CampaignGold(IReadOnlyDictionary<int, LabelState[]> states) => _states = states;

    public static CampaignGold None { get; } = new(new Dictionary<int, LabelState[]>());

    /// <summary>Missing where the reference standard does not judge the finding on this image.</summary>
    public LabelState this[int image, int finding] => _states.TryGetValue(image, out var states) ? states[finding] : LabelState.Missing;

    public bool Has(int image) => _states.ContainsKey(image);
}
