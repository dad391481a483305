namespace Neatx.Workspace.Protocol;

/// <summary>
/// One name of the harmonised vocabulary. Other spellings are <see cref="Aliases"/>; a derived finding is
/// present where any of <see cref="AnyOf"/> is, in label sets that do not judge it themselves.
/// </summary>
public sealed record FindingDefinition
{
    public required string Name { get; init; }

    /// <summary>Spellings in source files that mean this finding; compared without regard to case.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Component findings, empty for a finding that is judged directly.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];
}
