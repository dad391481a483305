using System.Text.Json;
using Neatx.Imaging;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Prediction;

/// <summary>Scores images with a detector: decoding on all cores a few images ahead, batches on ONNX Runtime. Needs no libtorch.</summary>
public sealed class Predictor(DetectorModel model, EngineOptions options, TimeProvider clock)
{
    /// <summary>A pace is told once it means something.</summary>
    private const int FewImages = 16;

    /// <summary>Scores all images; what a former run of the same detector scored is taken from the journal.</summary>
    /// <param name="images">In the order of the result.</param>
    /// <param name="journal">Where progress is kept until the label set is written.</param>
    /// <param name="progress">Hears of every image, on this thread.</param>
    /// <param name="cancellation">Ends it between two images; the journal keeps what was scored.</param>
    /// <returns>One for each image, in their order.</returns>
    /// <exception cref="NeatxException">The journal is in use or cannot be written, or a score is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<ImageOutcome> Score(IReadOnlyList<ImageItem> images, string journal, Action<PredictionProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            return ScoreAll(images, journal, progress, cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"progress cannot be kept in {journal}: {wrong.Message.TrimEnd('.')}. What it holds stays: free some space or choose another --out, and run the command again.", wrong);
        }
    }

    private ImageOutcome[] ScoreAll(IReadOnlyList<ImageItem> images, string journal, Action<PredictionProgress>? progress, CancellationToken cancellation)
    {
        using var engine = new OnnxEngine(model.Onnx, options);
        using var kept = PredictionJournal.Open(journal, HeadOf(engine));
        try
        {
            var open = Open(images, kept, cancellation);
            var (done, refused, start) = (images.Count - open.Count, kept.Known.Values.Count(each => each.IsRefused), clock.GetTimestamp());
            progress?.Invoke(new PredictionProgress(done, images.Count, refused, null, null));
            var batch = new ScoringBatch(engine, kept, model.Card);
            foreach (var (prepared, index) in new PreparedImages(model.Card.Preprocessing).PrepareAll([.. open.Select(item => item.Path)], cancellation: cancellation).Select((each, index) => (each, index)))
            {
                if (prepared.Refusal is not null) refused++;
                batch.Add(open[index], prepared);
                done++;
                progress?.Invoke(Pace(done, images.Count, refused, index + 1, open.Count, clock.GetElapsedTime(start)));
            }

            batch.Run();
        }
        finally
        {
            kept.Flush();
        }

        return [.. images.Select(item => kept.Known[item.Image])];
    }

    private static PredictionProgress Pace(int done, int total, int refused, int now, int open, TimeSpan elapsed)
    {
        if (now < FewImages || elapsed <= TimeSpan.Zero) return new PredictionProgress(done, total, refused, null, null);
        var pace = now / elapsed.TotalSeconds;
        return new PredictionProgress(done, total, refused, pace, TimeSpan.FromSeconds((open - now) / pace));
    }

    /// <summary>The images that are to be scored: new ones, and those whose content changed since.</summary>
    private static List<ImageItem> Open(IReadOnlyList<ImageItem> images, PredictionJournal journal, CancellationToken cancellation)
    {
        var isOpen = new bool[images.Count];
        Parallel.For(0, images.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
            isOpen[index] = !journal.Known.TryGetValue(images[index].Image, out var known) || known.Sha256 != HashOf(images[index].Path));
        return [.. images.Where((_, index) => isOpen[index])];
    }

    private static string HashOf(string path)
    {
        try
        {
            return File.Exists(path) ? FileHash.Of(path) : "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private JournalHead HeadOf(OnnxEngine engine) => new(
        1,
        engine.ModelSha256,
        EngineIdentity.Text,
        $"{Preprocessor.Version} {JsonSerializer.Serialize(model.Card.Preprocessing, CardJson.Default.PreprocessingOptions)}");
}
