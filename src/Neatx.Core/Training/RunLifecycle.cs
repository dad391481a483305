namespace Neatx.Core.Training;

/// <summary>The content of state.json in a run folder.</summary>
public sealed record RunLifecycle
{
    public required RunStatus Status { get; init; }

    /// <summary>Epochs that are behind it.</summary>
    public int Epoch { get; init; }

    /// <summary>The epoch whose weights are kept, counted from 1; null before the first.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Mean validation AUC of that epoch; null without a validation part or where it is undefined.</summary>
    public double? BestValidationAuc { get; init; }

    /// <summary>The SHA-256 of what decides the result: run.json without the places of files. Null before the run was read.</summary>
    public string? ConfigSha256 { get; init; }

    /// <summary>Why it failed and what to do, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Images that could not be used.</summary>
    public int Refused { get; init; }

    /// <summary>What computed: versions of Neatx, libtorch and ONNX Runtime, threads, device, and work-arounds in force.</summary>
    public IReadOnlyDictionary<string, string> Engine { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
