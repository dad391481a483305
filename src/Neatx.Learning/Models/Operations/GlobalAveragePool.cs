namespace Neatx.Learning.Models.Operations;

/// <summary>The mean of each channel; the result is a map of one pixel.</summary>
public sealed record GlobalAveragePool : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => new(Map(inputs).Channels, 1, 1);
}
