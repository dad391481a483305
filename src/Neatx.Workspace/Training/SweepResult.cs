namespace Neatx.Workspace.Training;

/// <summary>A sweep as it stands: what was trained on what, and how far each run is.</summary>
public sealed record SweepResult
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Split { get; init; }

    /// <summary>The label sets that are learnt from, head after head.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>The models as protocols write them, in the order of tables.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The named recipe, and what is done otherwise.</summary>
    public required string Recipe { get; init; }

    /// <summary>"torchvision" or "keras".</summary>
    public required string Variant { get; init; }

    /// <summary>How films are prepared, in words.</summary>
    public string Preparation { get; init; } = "";

    /// <summary>True when the films are simulated.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Why nothing was trained, or null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Part to its images.</summary>
    public IReadOnlyDictionary<string, int> Images { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyList<SweepRun> Runs { get; init; } = [];
}
