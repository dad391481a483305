namespace Neatx.Learning.Models;

/// <summary>What a parameter holds before training, where no weights are loaded.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">The constant, the standard deviation of the normal, or the bound of the uniform.</param>
public sealed record InitialValues(InitialKind Kind, double Scale)
{
    public static InitialValues Zero { get; } = new(InitialKind.Constant, 0);

    public static InitialValues One { get; } = new(InitialKind.Constant, 1);

    /// <summary>What a linear layer of torch starts from: uniform within 1 / sqrt(inputs) of 0.</summary>
    public static InitialValues UniformOverInputs(int inputs) => new(InitialKind.Uniform, 1 / Math.Sqrt(inputs));

    /// <summary>He et al. (2015) for rectified units: normal, variance 2 / fan.</summary>
    public static InitialValues Kaiming(int fan) => new(InitialKind.Normal, Math.Sqrt(2.0 / fan));
}
