namespace Neatx.Learning.Training;

/// <summary>What is chosen where a run is trained and not in its run.json: nothing of it is meant to change the result.</summary>
public sealed record TrainingOptions
{
    /// <summary>"cpu" or "cuda". Default: cpu.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>The folder with the images, in place of that in run.json. Default: null.</summary>
    public string? ImageFolder { get; init; }

    /// <summary>Threads, in place of those of the recipe; more than one or another number changes the last digits. Default: null.</summary>
    public int? Threads { get; init; }

    /// <summary>Threads that prepare images and compute features; no result depends on it. Default: all processors.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The least time between two checkpoints at the ends of epochs: short epochs are not slowed down by the disk. Default: 1 s.</summary>
    public TimeSpan BetweenEpochCheckpoints { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The time after which a checkpoint is made within an epoch. Default: 2 minutes.</summary>
    public TimeSpan BetweenStepCheckpoints { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait for another process that trains in the same folder. Default: not at all.</summary>
    public TimeSpan WaitForFolder { get; init; } = TimeSpan.Zero;

    /// <summary>Tells the time; decides when to save and what to show, never a result.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The same with checkpoints after such a time, also where epochs end more often than that by themselves.</summary>
    public TrainingOptions SavingEvery(TimeSpan time) => this with
    {
        BetweenStepCheckpoints = time,
        BetweenEpochCheckpoints = time < BetweenEpochCheckpoints ? time : BetweenEpochCheckpoints,
    };
}
