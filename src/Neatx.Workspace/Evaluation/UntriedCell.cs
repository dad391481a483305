namespace Neatx.Workspace.Evaluation;

/// <summary>A cell of a table that could not be tried.</summary>
/// <param name="Model">As in the table's models.</param>
/// <param name="Labels">As in the table's label sets.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Undefined">Why, in words that go on a sentence.</param>
public sealed record UntriedCell(string Model, string Labels, string Finding, string Undefined);
