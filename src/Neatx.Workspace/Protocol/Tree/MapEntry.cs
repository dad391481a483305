namespace Neatx.Workspace.Protocol.Tree;

/// <summary>A key and its value.</summary>
internal sealed record MapEntry(ScalarNode Key, Node Value);
