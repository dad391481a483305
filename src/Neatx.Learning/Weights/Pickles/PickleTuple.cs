namespace Neatx.Learning.Weights.Pickles;

/// <summary>A tuple in a pickle.</summary>
internal sealed class PickleTuple(IReadOnlyList<object?> items)
{
    public static PickleTuple Empty { get; } = new([]);

    public IReadOnlyList<object?> Items => items;
}
