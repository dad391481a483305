using System.Diagnostics.Metrics;
using Neatx.Web.Store;

namespace Neatx.Web.Hosting;

/// <summary>What the server counts beside what the platform counts.</summary>
internal sealed class ServerMetrics : IDisposable
{
    public const string Name = "Neatx.Web";

    private readonly Meter _meter;
    private readonly Counter<long> _acknowledged;
    private readonly Counter<long> _refused;

    public ServerMetrics(IMeterFactory factory, CampaignStore store)
    {
        _meter = factory.Create(Name);
        _acknowledged = _meter.CreateCounter<long>("neatx.events.acknowledged", description: "Events that are on disk.");
        _refused = _meter.CreateCounter<long>("neatx.events.refused", description: "Events that the rules refused.");
        _meter.CreateObservableGauge("neatx.store.waiting", () => store.Waiting, description: "Requests that wait for the writer.");
        _meter.CreateObservableGauge("neatx.store.healthy", () => store.Problem is null ? 1 : 0, description: "1 while the store can write.");
        _meter.CreateObservableGauge("neatx.campaign.sequence", () => store.Read((state, _) => state.LastSequence), description: "The last event of the log.");
    }

    public void Count(int acknowledged, int refused)
    {
        if (acknowledged > 0) _acknowledged.Add(acknowledged);
        if (refused > 0) _refused.Add(refused);
    }

    public void Dispose() => _meter.Dispose();
}
