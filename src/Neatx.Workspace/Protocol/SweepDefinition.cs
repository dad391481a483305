using Neatx.Core.Training;

namespace Neatx.Workspace.Protocol;

/// <summary>Training runs that differ in model and seed alone.</summary>
public sealed record SweepDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The split; its part "train" is learnt from, "validation" watched, and every other scored.</summary>
    public required string Split { get; init; }

    /// <summary>What the networks learn to tell, a head each.</summary>
    public required IReadOnlyList<SweepHead> Heads { get; init; }

    public required IReadOnlyList<Architecture> Models { get; init; }

    public ModelVariant Variant { get; init; } = ModelVariant.Torchvision;

    /// <summary>Model to weights file, absolute; models without one start from random initialisation.</summary>
    public IReadOnlyDictionary<Architecture, string> Weights { get; init; } = new Dictionary<Architecture, string>();

    public IReadOnlyList<ulong> Seeds { get; init; } = DefaultSeeds;

    /// <summary>The named recipe that <see cref="Recipe"/> starts from.</summary>
    public required string RecipeName { get; init; }

    public required TrainingRecipe Recipe { get; init; }

    /// <summary>As in the paper: three runs.</summary>
    public static IReadOnlyList<ulong> DefaultSeeds { get; } = [1, 2, 3];

    /// <summary>All findings, head after head.</summary>
    public IReadOnlyList<string> Findings => [.. Heads.SelectMany(head => head.Findings)];
}
