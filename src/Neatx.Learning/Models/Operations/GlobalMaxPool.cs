namespace Neatx.Learning.Models.Operations;

/// <summary>The largest value of each channel; the result is a map of one pixel.</summary>
public sealed record GlobalMaxPool : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => new(Map(inputs).Channels, 1, 1);
}
