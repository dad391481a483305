namespace Neatx.Learning.Models.Operations;

/// <summary>max(x, 0).</summary>
public sealed record Relu : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => One(inputs);
}
