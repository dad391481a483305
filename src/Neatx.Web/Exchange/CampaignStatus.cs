using Neatx.Core.Campaign;
using Neatx.Core.Statistics;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>How far a campaign is, for people at a terminal.</summary>
public sealed record CampaignStatus
{
    public required string Title { get; init; }

    /// <summary>"rating", "adjudication" or "frozen".</summary>
    public required string Phase { get; init; }

    public required long Events { get; init; }

    public required string LastHash { get; init; }

    /// <summary>The content hash, or null while the campaign is not frozen.</summary>
    public string? FrozenHash { get; init; }

    /// <summary>Images to be rated.</summary>
    public required int Images { get; init; }

    /// <summary>Images that as many raters as the overlap have rated.</summary>
    public required int Complete { get; init; }

    public required int Overlap { get; init; }

    public required IReadOnlyList<RaterProgress> Raters { get; init; }

    /// <summary>Cohen's kappa between raters by finding.</summary>
    public required IReadOnlyList<FindingAgreement> Agreement { get; init; }

    /// <summary>Whether enough is rated, in words.</summary>
    public required string Stop { get; init; }

    /// <summary>Reads the status from disk, beside a server or without one.</summary>
    /// <exception cref="NeatxException">The campaign was not opened yet.</exception>
    public static CampaignStatus Of(CampaignReader reader)
    {
        using var snapshot = reader.BeginSnapshot();
        var state = reader.State();
        var plan = state.Plan ?? throw new NeatxException("The campaign was not opened yet. Start it with: neatx serve PROTOCOL");
        var sample = new AgreementSample(plan, reader.Gold(state), reader.Patients());
        sample.Add(state, 1, state.Images);
        var options = new BootstrapOptions { Seed = plan.Seed };
        return new CampaignStatus
        {
            Title = plan.Title,
            Phase = state.Phase.Word(),
            Events = state.LastSequence,
            LastHash = state.LastHash.ToString(),
            FrozenHash = state.FrozenHash,
            Images = state.CountOf(ImagePool.Main),
            Complete = Enumerable.Range(1, state.Images).Count(image => state.PoolOf(image) == ImagePool.Main && state.CompletedOn(image) >= plan.Overlap),
            Overlap = plan.Overlap,
            Raters = [.. state.Raters.Select(RaterProgress.Of)],
            Agreement = [.. plan.Findings.Select((finding, index) => FindingAgreement.Of(finding.Name, sample.BetweenRaters(index, options)))],
            Stop = StopDecision.Of(plan, sample).Reason,
        };
    }
}
