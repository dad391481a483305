namespace Neatx.Learning.Models;

/// <summary>What is chosen about a network besides architecture, variant and heads.</summary>
public sealed record NetworkOptions
{
    /// <summary>Share of units dropped before the outputs of the paper's model, in [0, 1). Default: .5.</summary>
    public double Dropout { get; init; } = .5;

    /// <summary>The network itself subtracts ImageNet's means and divides by its standard deviations, as its first step. Default: false, as in the paper.</summary>
    public bool ImageNetNormalisation { get; init; }

    /// <summary>
    /// torchvision's transform_input, for Inception only: turns ImageNet-normalised input into the -1 to 1 that its published weights were trained on.
    /// Default: false.
    /// </summary>
    public bool TransformInput { get; init; }
}
