namespace Neatx.Workspace.Labels;

/// <summary>A text that stands for a rating, and where it stands first.</summary>
public sealed record RatingText(string Text, string File, long Line, string Column)
{
    /// <summary>"file:line, column 'name'".</summary>
    public string Place => $"{File}:{Line}, column '{Column}'";
}
