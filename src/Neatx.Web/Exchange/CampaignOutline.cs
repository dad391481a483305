using Neatx.Core.Campaign;

namespace Neatx.Web.Exchange;

/// <summary>What an export needs to know of a campaign beside its answers, from the events that are not about images: few, however large the campaign.</summary>
public sealed class CampaignOutline
{
    private readonly Dictionary<string, string> _pseudonyms = new(StringComparer.Ordinal);

    /// <exception cref="NeatxException">The campaign was not opened yet.</exception>
    internal CampaignOutline(IEnumerable<CampaignEvent> events)
    {
        CampaignPlan? plan = null;
        foreach (var entry in events)
        {
            switch (entry.Kind)
            {
                case EventKind.CampaignOpened or EventKind.PlanChanged:
                    plan = CampaignPlan.Parse(entry.New!);
                    break;
                case EventKind.RaterAdded:
                    _pseudonyms[entry.Rater!] = entry.New!;
                    break;
                case EventKind.CampaignFrozen:
                    FrozenHash = entry.New;
                    break;
            }
        }

        Plan = plan ?? throw new NeatxException("The campaign was not opened yet, so there is nothing to export. Start it with: neatx serve PROTOCOL");
    }

    public CampaignPlan Plan { get; }

    /// <summary>The pseudonyms in the order in which raters came.</summary>
    public IReadOnlyList<string> Raters => [.. _pseudonyms.Values];

    /// <summary>The content hash, or null while the campaign is not frozen.</summary>
    public string? FrozenHash { get; }

    public string PseudonymOf(string user) => _pseudonyms.TryGetValue(user, out var pseudonym) ? pseudonym : throw new ArgumentException($"'{user}' is no rater.", nameof(user));
}
