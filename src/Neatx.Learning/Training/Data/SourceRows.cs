using Neatx.Learning.Features;

namespace Neatx.Learning.Training.Data;

/// <summary>Outputs of the frozen part, from the cache or computed each time: the same bits.</summary>
internal sealed class SourceRows(IFeatureSource source, UsableImages usable) : IRows
{
    public IReadOnlyList<long> Shape { get; } = [.. source.Dimensions.Select(side => (long)side)];

    public void CopyTo(ReadOnlySpan<int> rows, Memory<float> values)
    {
        Span<int> places = stackalloc int[rows.Length];
        for (var index = 0; index < rows.Length; index++) places[index] = usable.PlaceOf(rows[index]);
        source.Read(places, values);
    }
}
