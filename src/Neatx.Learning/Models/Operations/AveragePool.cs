namespace Neatx.Learning.Models.Operations;

/// <summary>The mean over a square window. Rows and columns that fill no window are left out.</summary>
/// <param name="Kernel">Side of the window.</param>
/// <param name="Stride">Its step.</param>
/// <param name="Padding">Zeros on each side.</param>
/// <param name="CountPadding">The mean counts the padding's zeros, as in torchvision's Inception; Keras' leaves them out.</param>
public sealed record AveragePool(int Kernel, int Stride, int Padding = 0, bool CountPadding = true) : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var input = Map(inputs);
        return new Shape(input.Channels, Slide(input.Height, Kernel, Stride, Padding), Slide(input.Width, Kernel, Stride, Padding));
    }
}
