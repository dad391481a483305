using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>How a protocol is run.</summary>
public sealed record RunOptions
{
    /// <summary>The run folder.</summary>
    public required string Out { get; init; }

    /// <summary>The last stage to make; null for all. What it needs is made or reused, what follows it is left alone.</summary>
    public Stage? Only { get; init; }

    /// <summary>Where runs are trained.</summary>
    public TrainingPlace Place { get; init; } = new();

    /// <summary>What trains a run folder; null for this program itself, as <c>neatx train</c>.</summary>
    public ITrainer? Trainer { get; init; }
}
