using System.Diagnostics;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A folder of phantom films. Films that are there already, made from the same scene by the same code, are kept.</summary>
/// <param name="folder">Where the films go.</param>
/// <param name="size">Width and height, pixels.</param>
internal sealed class FilmFolder(string folder, int size)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(250);

    /// <summary>The folder of the masks, in which each region has a folder; null for no masks.</summary>
    public string? Masks { get; init; }

    /// <summary>Films made at the same time. The bytes do not depend on it. Default: the machine's processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Makes what is missing.</summary>
    /// <returns>How many were made; the others were there.</returns>
    /// <exception cref="OperationCanceledException">Stopped; the films made so far stand.</exception>
    /// <exception cref="NeatxException">A film cannot be written; those made so far stand.</exception>
    public int Make(IReadOnlyList<FilmOrder> orders, IRunObserver observer, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        if (Masks is { } masks)
            foreach (var region in Enum.GetNames<PhantomRegion>()) Directory.CreateDirectory(Path.Combine(masks, region));
        var (done, made) = (0, 0);
        var last = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Jobs, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(orders, options, order =>
            {
                if (MakeOne(order)) Interlocked.Increment(ref made);
                var count = Interlocked.Increment(ref done);
                lock (last)
                {
                    // An observer is told in order and a few times a second.
                    if (last.Elapsed < BetweenReports) return;
                    last.Restart();
                    observer.Progress("films", count, orders.Count);
                }
            });
        }
        catch (AggregateException errors) when (errors.InnerExceptions.All(error => error is IOException or UnauthorizedAccessException))
        {
            // Several threads met it; one of them tells.
            throw new NeatxException(
                $"a film cannot be written: {errors.InnerExceptions[0].Message.TrimEnd('.')}. Free some space if the disk is full, and run the same command again: the films that were made stand.", errors);
        }

        return made;
    }

    private bool MakeOne(FilmOrder order)
    {
        var path = Path.Combine(folder, order.Name);
        if (PhantomFiles.Holds(path, PhantomFiles.KeyOf(order.Scene, size)) && HasMasks(order)) return false;
        var film = PhantomRenderer.Render(order.Scene, size, withMasks: Masks is not null);
        if (Masks is { } masks)
            foreach (var region in Enum.GetValues<PhantomRegion>()) PhantomFiles.WriteMask(film, region, Path.Combine(masks, region.ToString(), order.Name));
        // Last, for it vouches for the masks.
        PhantomFiles.Write(film, path);
        return true;
    }

    private bool HasMasks(FilmOrder order) => Masks is not { } masks
        || Enum.GetNames<PhantomRegion>().All(region => File.Exists(Path.Combine(masks, region, order.Name)));
}
