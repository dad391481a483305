using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>One run of a sweep as it stands.</summary>
public sealed record SweepRun
{
    /// <summary>For instance "densenet121.seed1", or with folds "densenet121.seed1.fold2".</summary>
    public required string Name { get; init; }

    /// <summary>The model as protocols write it.</summary>
    public required string Model { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The fold that tests, from 1, or null without folds.</summary>
    public int? Fold { get; init; }

    /// <summary>What the network started from: "random initialisation", or the weights file.</summary>
    public required string Start { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>Epochs that are behind it.</summary>
    public int Epochs { get; init; }

    public int? BestEpoch { get; init; }

    /// <summary>The mean validation AUC of that epoch.</summary>
    public double? BestValidationAuc { get; init; }

    /// <summary>Films that it could not use.</summary>
    public int Refused { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What computed.</summary>
    public IReadOnlyDictionary<string, string> Engine { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<EpochPoint> Curve { get; init; } = [];

    /// <summary>The run folder, relative to the folder of the protocol's run.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 of scores.parquet, or null before there is one.</summary>
    public string? ScoresSha256 { get; init; }
}
