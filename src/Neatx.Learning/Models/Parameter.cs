namespace Neatx.Learning.Models;

/// <summary>One tensor of a network, float32.</summary>
/// <param name="Name">torchvision's, for instance "features.conv0.weight"; in an operation's own list the last part alone.</param>
/// <param name="Shape">As torch orders it: a convolution's is outputs, inputs, height, width.</param>
/// <param name="Initial">What it starts from without weights.</param>
/// <param name="IsStatistic">A running mean or variance of a batch norm: updated, not trained, and not counted as a parameter.</param>
public sealed record Parameter(string Name, IReadOnlyList<int> Shape, InitialValues Initial, bool IsStatistic = false)
{
    /// <summary>How many values.</summary>
    public long Count => Shape.Aggregate(1L, (product, side) => product * side);
}
