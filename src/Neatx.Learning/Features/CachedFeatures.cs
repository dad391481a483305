using Neatx.Imaging.Films;

namespace Neatx.Learning.Features;

/// <summary>Features from a cache, mapped into memory: any image in any order, with a bounded part of them resident.</summary>
public sealed class CachedFeatures : IFeatureSource
{
    private readonly FeatureStore _store;
    private readonly FeatureKey?[] _keys;
    private readonly int _length;

    internal CachedFeatures(FeatureStore store, FeatureKey?[] keys, IReadOnlyDictionary<int, Refusal> refused, int computed, FeatureError error)
    {
        (_store, _keys, _length, Refused, Computed, Error) = (store, keys, store.Set.Length(), refused, computed, error);
    }

    /// <summary>The set they belong to.</summary>
    public FeatureSet Set => _store.Set;

    /// <inheritdoc/>
    public int Count => _keys.Length;

    /// <inheritdoc/>
    public IReadOnlyList<int> Dimensions => _store.Set.Dimensions;

    /// <inheritdoc/>
    public IReadOnlyDictionary<int, Refusal> Refused { get; }

    /// <summary>How many were computed now; the others were there.</summary>
    public int Computed { get; }

    /// <summary>What keeping them in 16 bits did to all of the set that were ever computed; all 0 for float32.</summary>
    public FeatureError Error { get; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<int> images, Memory<float> values)
    {
        if (values.Length != (long)images.Length * _length) throw new ArgumentException($"Room for {images.Length} x {_length} values is needed.", nameof(values));
        for (var index = 0; index < images.Length; index++)
        {
            var key = _keys[images[index]] ?? throw new ArgumentException($"Image {images[index]} was refused and has no features.", nameof(images));
            _store.Read(key, values.Span.Slice(index * _length, _length));
        }
    }

    public void Dispose() => _store.Dispose();
}
