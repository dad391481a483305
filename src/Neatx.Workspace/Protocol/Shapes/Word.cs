namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>One of the words that a <see cref="WordShape{T}"/> accepts.</summary>
internal sealed record Word<T>(string Text, T Value, string Description);
