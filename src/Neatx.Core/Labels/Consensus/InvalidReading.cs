namespace Neatx.Core.Labels.Consensus;

/// <summary>How a model sees INVALID ratings. An item that has nothing but INVALID ratings and no class of its own for them is invalid.</summary>
public enum InvalidReading
{
    /// <summary>They are set aside.</summary>
    LeftOut,

    /// <summary>An answer of its own that says something about the class of the item. For dawid-skene only.</summary>
    Category,

    /// <summary>An answer and a class of its own, so that the model can find an item invalid.</summary>
    Class,
}
