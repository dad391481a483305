namespace Neatx.Workspace.Protocol;

/// <summary>What one head of the networks learns.</summary>
/// <param name="Name">A part of the parameters' names.</param>
/// <param name="Labels">The label set that is learnt from.</param>
/// <param name="Findings">Of those that the label set judges.</param>
/// <param name="Weight">The factor of its loss.</param>
public sealed record SweepHead(string Name, string Labels, IReadOnlyList<string> Findings, double Weight = 1);
