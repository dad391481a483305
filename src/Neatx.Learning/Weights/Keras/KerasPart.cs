namespace Neatx.Learning.Weights.Keras;

/// <summary>What a weight of a Keras layer is.</summary>
internal enum KerasPart
{
    Kernel,
    DepthwiseKernel,
    Bias,
    Gamma,
    Beta,
    MovingMean,
    MovingVariance,
}
