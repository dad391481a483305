using System.Numerics.Tensors;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Features;

/// <summary>Collects images into batches, runs them, and appends what comes out.</summary>
internal sealed class FeatureComputing(FeatureStore store, OnnxEngine engine) : IDisposable
{
    private readonly List<(FeatureKey Key, string Path, PreparedImage Film)> _batch = [];
    private readonly HashSet<FeatureKey> _added = [];
    private readonly float[] _outputs = new float[engine.Options.Batch * engine.OutputLength];
    private readonly float[] _kept = store.Set.Storage == FeatureStorage.Fp32 ? [] : new float[engine.OutputLength];
    private readonly byte[] _payload = new byte[store.Set.Bytes()];
    private SegmentWriter? _writer;

    /// <summary>Images appended.</summary>
    public int Count { get; private set; }

    /// <summary>What storing them in 16 bits did.</summary>
    public FeatureError Error { get; private set; } = new();

    /// <exception cref="NeatxException">A value is no number or does not fit its storage.</exception>
    /// <exception cref="IOException">Features cannot be written.</exception>
    public void Add(FeatureKey key, string path, PreparedImage film)
    {
        if (!_added.Add(key)) return;
        _batch.Add((key, path, film));
        if (_batch.Count == engine.Options.Batch) Finish();
    }

    /// <summary>Brings what was appended to disk.</summary>
    public void Close()
    {
        _writer?.Flush();
        _writer?.Dispose();
        _writer = null;
    }

    public void Dispose() => _writer?.Dispose();

    /// <summary>Runs the images that wait for their batch to fill.</summary>
    /// <exception cref="NeatxException">As <see cref="Add"/>.</exception>
    /// <exception cref="IOException">As <see cref="Add"/>.</exception>
    public void Finish()
    {
        if (_batch.Count == 0) return;
        var outputs = _outputs.AsMemory(0, _batch.Count * engine.OutputLength);
        engine.Run([.. _batch.Select(each => each.Film)], outputs);
        for (var index = 0; index < _batch.Count; index++)
            Append(_batch[index].Key, _batch[index].Path, outputs.Span.Slice(index * engine.OutputLength, engine.OutputLength));
        _batch.Clear();
    }

    private void Append(FeatureKey key, string path, ReadOnlySpan<float> values)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        if (!float.IsFinite(largest)) throw new NeatxException($"the features of {path} are not all numbers. The weights are damaged or not of this network; load them again.");
        FeatureEncoding.Encode(values, store.Set.Storage, _payload);
        if (_kept.Length > 0)
        {
            FeatureEncoding.Decode(_payload, store.Set.Storage, _kept);
            if (!float.IsFinite(TensorPrimitives.MaxMagnitude<float>(_kept)))
            {
                throw new NeatxException(
                    $"a feature of {path} is {largest:0}, more than {store.Set.Storage.ToString().ToLowerInvariant()} holds. Keep features as bf16 or fp32 (feature_storage).");
            }

            Error = Error.With(FeatureEncoding.ErrorOf(values, _kept));
        }

        if (_writer is { IsFull: true }) Close();
        _writer ??= store.NewSegment();
        _writer.Append(key, _payload);
        Count++;
    }
}
