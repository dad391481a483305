namespace Neatx.Learning.Training.Sweeps;

/// <summary>How a sweep is trained.</summary>
public sealed record SweepOptions
{
    /// <summary>The program that trains one run: <c>PROGRAM train RUN_FOLDER</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Further arguments for each run.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Runs at the same time. Default: a run for each processor.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;
}
