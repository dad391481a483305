namespace Neatx.Core.Splits;

/// <summary>
/// Patients who may be in certain parts only: the gold images that raters were shown, an expert set that stays sealed, an official list.
/// </summary>
/// <param name="Source">Who says so, for messages: "sealed expert set", "NIH test_list".</param>
/// <param name="Patients">Their ids; those who are not in the cohort do not matter.</param>
/// <param name="Parts">Where they may be: one part fixes them there, several leave the choice to the stratification.</param>
public sealed record SplitRule(string Source, IReadOnlyCollection<string> Patients, IReadOnlyList<string> Parts);
