namespace Neatx.Workspace.Demo.Truth;

/// <summary>A kappa that the simulation implies, for two sources by the names of demo.yaml.</summary>
internal sealed record ImpliedKappa(string A, string B, string Finding, double Kappa);
