using System.Diagnostics;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Figures;

/// <summary>
/// Computes the figures of the curator's page beside the requests, from disk, whenever something was rated; a page shows the latest that there
/// are. It takes at most a tenth of the time of one processor.
/// </summary>
internal sealed partial class CampaignFigures(CampaignStore store, TimeProvider clock, ILogger<CampaignFigures> log) : BackgroundService
{
    private const int Share = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1);
    private readonly PatientIndex _patients = new();
    private FigureSet? _latest;

    /// <summary>The latest figures, or null before the first.</summary>
    public FigureSet? Latest => Volatile.Read(ref _latest);

    /// <summary>Figures that are of the adjudication, in which ratings no longer change; computed now if there are none.</summary>
    public async Task<FigureSet> OfPhase(long sequence, CancellationToken token)
    {
        var latest = Latest;
        return latest is not null && (latest.Phase == CampaignPhase.Adjudication || latest.Sequence >= sequence) ? latest : await AtLeast(sequence, token);
    }

    /// <summary>Figures that count in all events up to one.</summary>
    public async Task<FigureSet> AtLeast(long sequence, CancellationToken token)
    {
        await _one.WaitAsync(token);
        try
        {
            if (Latest is { } latest && latest.Sequence >= sequence) return latest;
            // Not on the pool: it has a thread a processor, and raters would wait for the one that this takes.
            var computed = await Task.Factory.StartNew(Compute, token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            Volatile.Write(ref _latest, computed);
            return computed;
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                var sequence = store.Read((state, _) => state.LastSequence);
                if (Latest?.Sequence != sequence) await AtLeast(sequence, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(error);
            }

            await Task.Delay(Pause + (Share * watch.Elapsed), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private FigureSet Compute()
    {
        using var reader = store.OpenReader();
        var (plan, raters, pseudonyms, gold, phase) = store.Read((state, known) => (
            state.Plan,
            state.Raters.Where(each => !each.IsDropped).ToDictionary(each => each.User, each => each.Number, StringComparer.Ordinal),
            state.Raters.Select(each => each.Pseudonym).ToList(),
            known,
            state.Phase));
        if (plan is null) return new(0, phase, clock.GetUtcNow(), [], [], null, new([], []), 0);
        using var moment = reader.BeginSnapshot();
        var sequence = LastSequence(reader);
        _patients.Extend(reader);
        var computation = new FigureComputation(plan, pseudonyms, gold);
        foreach (var image in RatedImages.Read(reader, raters, _patients)) computation.Add(image);
        return computation.Finish(sequence, phase, clock.GetUtcNow());
    }

    private static long LastSequence(CampaignReader reader)
    {
        using var select = new Statement(reader.Connection, null, "SELECT coalesce(max(sequence), 0) FROM event");
        using var rows = select.Read();
        rows.Read();
        return rows.GetInt64(0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of the curator's page could not be computed; raters are not affected")]
    private partial void Failed(Exception error);
}
