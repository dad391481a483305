namespace Neatx.Workspace.Protocol;

/// <summary>
/// A place in a text file; line and column start at 1. What comes from the command line has line 0, and File holds the
/// option as given, for instance "--set agreement.resamples=many".
/// </summary>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>"file:line:column", as editors and terminals understand it; without a line, File alone.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
