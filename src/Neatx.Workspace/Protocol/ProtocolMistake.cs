namespace Neatx.Workspace.Protocol;

/// <summary>Something wrong in a protocol, and where. The message says what was expected, what was found and what may be meant.</summary>
public sealed record ProtocolMistake(SourceLocation Place, string Message)
{
    /// <summary>"file:line:column: message".</summary>
    public override string ToString() => $"{Place}: {Message}";
}
