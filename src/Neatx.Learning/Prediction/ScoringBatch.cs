using Neatx.Imaging;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Prediction;

/// <summary>Collects prepared images into batches, scores them, and notes what came out.</summary>
internal sealed class ScoringBatch(OnnxEngine engine, PredictionJournal journal, DetectorCard card)
{
    private readonly List<(ImageItem Item, string Sha256, PreparedImage Film)> _batch = [];

    public void Add(ImageItem item, PreparationResult prepared)
    {
        var sha256 = prepared.ContentSha256 ?? "";
        if (prepared.TryGet(out var film, out var refusal))
        {
            _batch.Add((item, sha256, film));
            if (_batch.Count == engine.Options.Batch) Run();
            return;
        }

        journal.Add(new ImageOutcome(item.Image, sha256, null, refusal.Reason.ToString(), refusal.ToString()));
    }

    /// <summary>Scores the images that wait for their batch to fill.</summary>
    /// <exception cref="NeatxException">A score is no number.</exception>
    public void Run()
    {
        if (_batch.Count == 0) return;
        var each = engine.OutputLength;
        var scores = new float[_batch.Count * each];
        engine.Run([.. _batch.Select(image => image.Film)], scores);
        for (var index = 0; index < _batch.Count; index++)
        {
            var (item, sha256, _) = _batch[index];
            var own = scores.AsSpan(index * each, each).ToArray();
            if (!own.All(float.IsFinite)) throw new NeatxException($"a score of {item.Image} is no number: the weights of {card.Name} are damaged or its training failed. Train it again.");
            journal.Add(new ImageOutcome(item.Image, sha256, own, null, null));
        }

        journal.Flush();
        _batch.Clear();
    }
}
