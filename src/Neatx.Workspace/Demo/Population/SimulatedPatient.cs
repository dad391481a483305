namespace Neatx.Workspace.Demo.Population;

/// <summary>A patient who does not exist.</summary>
/// <param name="Number">From 1, in the order of the table.</param>
/// <param name="Sex">"F" or "M".</param>
/// <param name="AgeAtFirst">Whole years at the first image.</param>
/// <param name="Illness">How ill the patient is: standard normal.</param>
internal sealed record SimulatedPatient(int Number, string Sex, int AgeAtFirst, double Illness);
