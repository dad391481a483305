namespace Neatx.Workspace.Protocol;

/// <summary>A place in a text file; line and column start at 1.</summary>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>"file:line:column", as editors and terminals understand it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
