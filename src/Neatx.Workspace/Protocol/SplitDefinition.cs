using Neatx.Core.Splits;

namespace Neatx.Workspace.Protocol;

/// <summary>A patient-disjoint partition of the images of some tables.</summary>
public sealed record SplitDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The tables whose images are parted; all of one dataset. Those that are not to be had contribute none.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The parts with their shares, which add up to 1; without meaning where there are folds.</summary>
    public IReadOnlyList<SplitPart> Parts { get; init; } = DefaultParts;

    /// <summary>k of k-fold cross-validation; 0 for none.</summary>
    public int Folds { get; init; }

    /// <summary>The label set whose findings all parts are to have alike, or null.</summary>
    public string? Labels { get; init; }

    /// <summary>The findings of <see cref="Labels"/> that count for that; empty for all.</summary>
    public IReadOnlyList<string> Stratify { get; init; } = [];

    /// <summary>Patients who belong in stated parts.</summary>
    public IReadOnlyList<SplitAssignment> Fixed { get; init; } = [];

    /// <summary>Official lists of the images of parts; together they name an image of every patient.</summary>
    public IReadOnlyList<SplitAssignment> Lists { get; init; } = [];

    /// <summary>True leaves out images whose film is missing or cannot be used.</summary>
    public bool Films { get; init; }

    /// <summary>Null for the protocol's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>70, 10 and 20 of a hundred.</summary>
    public static IReadOnlyList<SplitPart> DefaultParts { get; } = [new(SplitPart.Train, .7), new(SplitPart.Validation, .1), new(SplitPart.Test, .2)];

    /// <summary>The names of the parts that a run may name: with folds those that each fold gives.</summary>
    public IReadOnlyList<string> PartNames => Folds > 0
        ? [SplitPart.Train, SplitPart.Validation, SplitPart.Test]
        : [.. Parts.Select(part => part.Name)];
}
