namespace Neatx.Workspace.Splits;

/// <summary>Patients who belong in stated parts.</summary>
/// <param name="Of">The table that names them.</param>
/// <param name="Parts">Where they belong.</param>
/// <param name="Patients">How many of them the split has.</param>
/// <param name="Official">True for a list that names an image of every patient together with the other lists.</param>
/// <param name="Unavailable">Why the table is not to be had, so that the rule held for nobody; or null.</param>
public sealed record SplitRuleResult(string Of, IReadOnlyList<string> Parts, int Patients, bool Official, string? Unavailable);
