using Neatx.Imaging;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Training.Data;

/// <summary>Outputs of the frozen part for images that are anew in each epoch.</summary>
internal sealed class EngineRows(OnnxEngine engine, Func<int, PreparedImage> image) : IRows
{
    public IReadOnlyList<long> Shape { get; } = [.. engine.OutputDimensions.Select(side => (long)side)];

    public void CopyTo(ReadOnlySpan<int> rows, Memory<float> values)
    {
        var images = new PreparedImage[rows.Length];
        for (var index = 0; index < images.Length; index++) images[index] = image(rows[index]);
        engine.Run(images, values);
    }
}
