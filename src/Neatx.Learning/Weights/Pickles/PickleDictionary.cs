namespace Neatx.Learning.Weights.Pickles;

/// <summary>A dictionary in a pickle, in the order of its making; keys are not compared.</summary>
/// <param name="isOrdered">An OrderedDict, which may carry attributes.</param>
internal sealed class PickleDictionary(bool isOrdered)
{
    public bool IsOrdered => isOrdered;

    public List<KeyValuePair<object?, object?>> Items { get; } = [];
}
