namespace Neatx.Core.Training;

/// <summary>The files of a run folder. The first two are given, the others made.</summary>
public static class RunFiles
{
    /// <summary>A <see cref="RunConfig"/>.</summary>
    public const string Config = "run.json";

    /// <summary>One row an image; its columns are those of <see cref="RunImages"/>.</summary>
    public const string Images = "images.parquet";

    /// <summary>A <see cref="RunLifecycle"/>.</summary>
    public const string State = "state.json";

    /// <summary>One JSON object an epoch.</summary>
    public const string Metrics = "metrics.jsonl";

    /// <summary>One row an image and finding: image, patient, part, finding, score.</summary>
    public const string Scores = "scores.parquet";

    /// <summary>The trained network under torchvision's names.</summary>
    public const string Model = "model.safetensors";

    /// <summary>What training continues from.</summary>
    public const string Checkpoint = "checkpoint.safetensors";

    /// <summary>Images that could not be used: image, reason, detail.</summary>
    public const string Refused = "refused.csv";

    /// <summary>Held open by the process that trains.</summary>
    public const string Lock = ".lock";
}
