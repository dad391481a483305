namespace Neatx.Learning.Models.Operations;

/// <summary>Each channel times a constant, plus a constant: normalises the input. Nothing in it is trained.</summary>
/// <param name="Factors">A number a channel.</param>
/// <param name="Offsets">A number a channel.</param>
public sealed record ChannelScale(IReadOnlyList<float> Factors, IReadOnlyList<float> Offsets) : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) =>
        Factors.Count == Offsets.Count ? Map(inputs, Factors.Count) : throw new ArgumentException("Expected as many offsets as factors.", nameof(inputs));
}
