namespace Neatx.Workspace.Protocol;

/// <summary>What the command line adds to a protocol file.</summary>
public sealed record ProtocolOptions
{
    /// <summary>The folder that relative file names start from (--data); null for the folder of the protocol file.</summary>
    public string? DataRoot { get; init; }

    /// <summary>
    /// Values put over the file's, each "key=value" (--set), applied in order. A key is a path with dots, for instance
    /// "agreement.resamples" or "cohorts.nih.steps.pneumothorax.title": list items go by index from 0, or by name.
    /// The value is YAML.
    /// </summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];
}
