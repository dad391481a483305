namespace Neatx.Workspace.Evaluation;

/// <summary>A label set that models are evaluated against.</summary>
/// <param name="Name">As in the protocol.</param>
/// <param name="Title">What tables call it.</param>
/// <param name="Unavailable">Why it is not to be had, or null.</param>
public sealed record EvaluatedLabels(string Name, string Title, string? Unavailable);
