namespace Neatx.Learning.Weights.Pickles;

/// <summary>
/// What a pickle may ask for beyond numbers, texts and containers. Nothing that is named is looked up or run: an implementation knows a
/// fixed set of names and what they stand for. Each method throws <see cref="PickleRefusalException"/> for anything else.
/// </summary>
internal interface IPickleWorld
{
    /// <summary>What a name of a module stands for.</summary>
    object Find(string module, string name);

    /// <summary>What comes of calling something found with arguments.</summary>
    object? Call(object? callable, PickleTuple arguments);

    /// <summary>What a persistent id stands for.</summary>
    object Load(object? persistentId);
}
