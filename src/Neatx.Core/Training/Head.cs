namespace Neatx.Core.Training;

/// <summary>One output layer of a network: a sigmoid for each finding.</summary>
/// <param name="Name">For instance "tubes"; a part of the parameters' names.</param>
/// <param name="Findings">In the order of the outputs.</param>
/// <param name="Weight">The factor of its loss in the sum over heads, above 0.</param>
public sealed record Head(string Name, IReadOnlyList<string> Findings, double Weight = 1);
