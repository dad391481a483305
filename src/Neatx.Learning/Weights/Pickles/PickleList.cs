namespace Neatx.Learning.Weights.Pickles;

/// <summary>A list in a pickle.</summary>
internal sealed class PickleList
{
    public List<object?> Items { get; } = [];
}
