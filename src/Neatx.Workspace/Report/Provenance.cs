namespace Neatx.Workspace.Report;

/// <summary>What made the results: who wants to repeat a run needs this and the input files, whose digests stand with the tables.</summary>
public sealed record Provenance
{
    /// <summary>The protocol file as it was named on the command line.</summary>
    public required string ProtocolFile { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the protocol as read, overrides included.</summary>
    public required string ProtocolSha256 { get; init; }

    public required string NeatxVersion { get; init; }

    /// <summary>The runtime, for instance ".NET 10.0.1".</summary>
    public required string Runtime { get; init; }

    public required string DuckDbVersion { get; init; }

    /// <summary>Options that shape the numbers, by the names of the protocol and in its order: resamples, confidence, seed, ...</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];
}
