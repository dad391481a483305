namespace Neatx.Workspace.Evaluation;

/// <summary>A model of a table of evaluations.</summary>
/// <param name="Name">For instance "drains.densenet121".</param>
/// <param name="Title">What tables call it.</param>
/// <param name="Start">What it started from: "random initialisation", the weights file, or null where that is not known.</param>
/// <param name="Synthetic">True when it was trained on simulated films.</param>
/// <param name="Runs">How many runs there are.</param>
/// <param name="Unavailable">Why it is not to be had, or null.</param>
public sealed record EvaluatedModel(string Name, string Title, string? Start, bool Synthetic, int Runs, string? Unavailable);
