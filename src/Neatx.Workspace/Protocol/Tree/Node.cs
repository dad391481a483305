namespace Neatx.Workspace.Protocol.Tree;

/// <summary>A value in a protocol file: a <see cref="ScalarNode"/>, <see cref="ListNode"/> or <see cref="MapNode"/>. Immutable.</summary>
internal abstract class Node(SourceLocation place, long size)
{
    /// <summary>Where the value starts: in the file, or in the --set that put it there.</summary>
    public SourceLocation Place { get; } = place;

    /// <summary>How many values this one holds, itself and repeated aliases counted; never overflows.</summary>
    public long Size { get; } = size;

    /// <summary>What was found, for messages: "the text 'many'", "a list of 3", "nothing".</summary>
    public abstract string Found { get; }
}
