namespace Neatx.Core.Agreement;

/// <summary>What a comparison does with a label that is neither positive nor negative.</summary>
public enum StateTreatment
{
    /// <summary>The item is left out of the comparison.</summary>
    Drop,

    /// <summary>The state is kept as a category of its own.</summary>
    AsClass,

    /// <summary>The state counts as positive.</summary>
    AsPositive,

    /// <summary>The state counts as negative.</summary>
    AsNegative,
}
