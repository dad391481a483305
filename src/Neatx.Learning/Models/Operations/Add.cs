namespace Neatx.Learning.Models.Operations;

/// <summary>The sum of inputs of one shape.</summary>
public sealed record Add : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) =>
        inputs.Count > 0 && inputs.All(each => each == inputs[0])
            ? inputs[0]
            : throw new ArgumentException($"Expected inputs of one shape, found {string.Join(", ", inputs)}.", nameof(inputs));
}
