namespace Neatx.Learning.Models.Operations;

/// <summary>A map as a vector, channel after channel.</summary>
public sealed record Flatten : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => Shape.Vector(checked((int)Map(inputs).Count));
}
