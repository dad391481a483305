namespace Neatx.Learning.Models.Operations;

/// <summary>Batch normalisation (Ioffe and Szegedy 2015): (x - mean) / sqrt(variance + epsilon), times weight, plus bias, channel by channel.</summary>
/// <param name="Channels">Of the map.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Momentum">The part that a batch takes in the running statistics, as torch counts it; Keras gives one minus it.</param>
/// <param name="HasWeight">Multiplies by a weight; Keras' Inception does not.</param>
public sealed record BatchNorm(int Channels, double Epsilon = 1e-5, double Momentum = .1, bool HasWeight = true) : Operation
{
    /// <summary>weight (if it has one), bias, running_mean, running_var.</summary>
    public override IReadOnlyList<Parameter> Parameters
    {
        get
        {
            Parameter[] all =
            [
                new("weight", [Channels], InitialValues.One),
                new("bias", [Channels], InitialValues.Zero),
                new("running_mean", [Channels], InitialValues.Zero, IsStatistic: true),
                new("running_var", [Channels], InitialValues.One, IsStatistic: true),
            ];
            return HasWeight ? all : all[1..];
        }
    }

    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => Map(inputs, Channels);
}
