namespace Neatx.Workspace.Protocol;

/// <summary>One step of a cohort. Exactly the member that <see cref="Kind"/> needs is set.</summary>
public sealed record CohortStep
{
    /// <summary>The step's name, unique in its cohort; claims refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>What the flow diagram says.</summary>
    public required string Title { get; init; }

    public required CohortStepKind Kind { get; init; }

    /// <summary>SQL over the dataset's columns, for <see cref="CohortStepKind.Keep"/>.</summary>
    public string? Where { get; init; }

    /// <summary>The other table, for the steps that name one.</summary>
    public string? Of { get; init; }

    /// <summary>The number of images, for Sample and First.</summary>
    public long? Count { get; init; }

    /// <summary>For Sample: the seed; null derives it from the protocol's seed and the step's name.</summary>
    public ulong? Seed { get; init; }
}
