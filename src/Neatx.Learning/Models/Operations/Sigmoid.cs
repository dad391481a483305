namespace Neatx.Learning.Models.Operations;

/// <summary>1 / (1 + exp(-x)). Networks end before it, since the loss works on logits; exported detectors end with it.</summary>
public sealed record Sigmoid : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => One(inputs);
}
