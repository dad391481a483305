using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>One row of the PadChest-like archive.</summary>
internal sealed record PadChestEntry
{
    public required SimulatedImage Image { get; init; }

    /// <summary>The image's file name; unique.</summary>
    public required string Name { get; init; }

    /// <summary>The numbered folder of the image.</summary>
    public required int Folder { get; init; }

    /// <summary>PA, AP, AP_horizontal, L or COSTAL.</summary>
    public required string Projection { get; init; }

    /// <summary>True when a physician read the report, false when a network did.</summary>
    public required bool ByPhysician { get; init; }

    /// <summary>The labels as they came, with their blanks, repeats and empty strings; null when the cell is blank.</summary>
    public required IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The labels by the paper's rules: stripped, in lower case, each once, none empty.</summary>
    public IReadOnlyList<string> CleanLabels => Labels is null
        ? []
        : [.. Labels.Select(label => label.Trim().ToLowerInvariant()).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the report was labelled with that tube.</summary>
    public bool IsLabelled(Tube tube) => CleanLabels.Contains(tube.Label, StringComparer.Ordinal);

    /// <summary>Whether the paper's rules keep the image: a frontal projection, labels present, not a suboptimal study.</summary>
    public bool IsUsable => Projection is "PA" or "AP" or "AP_horizontal"
        && CleanLabels.Count > 0
        && !CleanLabels.Contains(PadChestArchive.Suboptimal, StringComparer.Ordinal);
}
