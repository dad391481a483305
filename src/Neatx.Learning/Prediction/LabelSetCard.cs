namespace Neatx.Learning.Prediction;

/// <summary>What stands beside a label set that a detector made: labels.json, and in the metadata of labels.parquet.</summary>
public sealed record LabelSetCard
{
    /// <summary>Grows when the form changes.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The protocol's word for <see cref="Core.Labels.LabelKind.Model"/>.</summary>
    public string Kind { get; init; } = "model";

    public required DetectorCard Detector { get; init; }

    /// <summary>SHA-256 of the detector's graph, weights included.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>What computed.</summary>
    public required string Engine { get; init; }

    /// <summary>Images with labels.</summary>
    public required int Labelled { get; init; }

    /// <summary>Images that could not be used; they stand in the file of refusals.</summary>
    public required int Refused { get; init; }

    /// <summary>By finding, images that are positive.</summary>
    public required IReadOnlyDictionary<string, int> Positive { get; init; }
}
