namespace Neatx.Learning.Models.Operations;

/// <summary>The channels of several maps of the same size, one map after the other.</summary>
public sealed record Concatenate : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        if (inputs.Count == 0 || inputs.Any(each => each.IsVector || (each.Height, each.Width) != (inputs[0].Height, inputs[0].Width)))
            throw new ArgumentException($"Expected maps of one size, found {string.Join(", ", inputs)}.", nameof(inputs));
        return new Shape(inputs.Sum(each => each.Channels), inputs[0].Height, inputs[0].Width);
    }
}
