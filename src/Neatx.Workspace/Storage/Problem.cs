namespace Neatx.Workspace.Storage;

/// <summary>A row that could not be read as it stands. A value, not an exception: problems are collected and listed together.</summary>
/// <param name="Code">The kind of problem, kebab-case, for grouping: "unknown-value", "too-few-columns", "bad-age", ...</param>
/// <param name="File">The file as the protocol names it.</param>
/// <param name="Row">The line in the file, from 1, the header being line 1.</param>
/// <param name="Column">The column's name, or null when the whole row is meant.</param>
/// <param name="Found">The text found, shortened to 80 characters, with control characters escaped.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="NextStep">What the user can do.</param>
public sealed record Problem(string Code, string File, long Row, string? Column, string Found, string Expected, string NextStep)
{
    public override string ToString() =>
        $"{File}:{Row}{(Column is null ? "" : $", column '{Column}'")}: expected {Expected}, found '{Found}'. {NextStep}";
}
