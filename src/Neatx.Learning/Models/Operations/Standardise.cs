namespace Neatx.Learning.Models.Operations;

/// <summary>
/// Each channel of each image less its own mean, over its own standard deviation: (x - mean) / sqrt(variance + epsilon), as torch's instance norm. Nothing in it is
/// trained, and no image depends on another.
/// </summary>
/// <param name="Channels">Of the map.</param>
/// <param name="Epsilon">Added to the variance, so that a constant image becomes 0.</param>
public sealed record Standardise(int Channels, double Epsilon = 1e-5) : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => Map(inputs, Channels);
}
