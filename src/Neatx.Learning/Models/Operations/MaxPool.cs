namespace Neatx.Learning.Models.Operations;

/// <summary>The largest value in a square window; padding never wins. Rows and columns that fill no window are left out.</summary>
/// <param name="Kernel">Side of the window.</param>
/// <param name="Stride">Its step.</param>
/// <param name="Padding">On each side; at most half of the window.</param>
public sealed record MaxPool(int Kernel, int Stride, int Padding = 0) : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var input = Map(inputs);
        return new Shape(input.Channels, Slide(input.Height, Kernel, Stride, Padding), Slide(input.Width, Kernel, Stride, Padding));
    }
}
