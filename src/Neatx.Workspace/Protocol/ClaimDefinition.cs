namespace Neatx.Workspace.Protocol;

/// <summary>One published number, where it was published, and what computes it here.</summary>
public sealed record ClaimDefinition
{
    /// <summary>Unique, for instance "fig3.cxr14-bbox.pneumothorax".</summary>
    public required string Id { get; init; }

    /// <summary>Claims of one group (the part of the id before the last dot) are checked for exchanged rows.</summary>
    public required string Group { get; init; }

    /// <summary>Where the number stands, for instance "Fig. 3".</summary>
    public required string Source { get; init; }

    public required double Published { get; init; }

    /// <summary>The digits after the decimal point that were printed; a claim is reproduced when the computed value rounds to the same.</summary>
    public required int Decimals { get; init; }

    public required ClaimQuantity Quantity { get; init; }

    /// <summary>The finding the number is about, or null for counts that have none.</summary>
    public string? Finding { get; init; }

    /// <summary>Label sets that may stand in for the quantity's own when a cause is sought, for instance another release of a table.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>What the protocol's author knows about this number, printed beside it.</summary>
    public string? Note { get; init; }
}
