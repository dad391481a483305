using Neatx.Core.Labels;

namespace Neatx.Workspace.Protocol;

/// <summary>A label set made from ratings by a named rule.</summary>
public sealed record ConsensusDefinition
{
    /// <summary>The name of the label set that results; shares the name space of label sets.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public LabelKind Kind { get; init; } = LabelKind.NonExpert;

    /// <summary>The ratings that are combined.</summary>
    public required string Ratings { get; init; }

    /// <summary>The rule's name, for instance "same-side".</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's options as written: name to scalar text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A label set that anchors the items it labels (rules that estimate), or null.</summary>
    public string? Gold { get; init; }
}
