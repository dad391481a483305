namespace Neatx.Workspace.Protocol.Tree;

/// <summary>Values in order.</summary>
internal sealed class ListNode(IReadOnlyList<Node> items, SourceLocation place) : Node(place, 1 + items.Sum(item => item.Size))
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override string Found => Items.Count == 0 ? "an empty list" : $"a list of {Items.Count}";

    /// <summary>The same list with one item exchanged.</summary>
    public ListNode With(int index, Node item) => new([.. Items.Take(index), item, .. Items.Skip(index + 1)], Place);
}
