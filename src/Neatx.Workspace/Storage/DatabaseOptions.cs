namespace Neatx.Workspace.Storage;

/// <summary>What the database of a run may use of the machine.</summary>
public sealed record DatabaseOptions
{
    /// <summary>The most memory for its data, as DuckDB writes sizes; beyond it data go to disk beside the run.</summary>
    public string MemoryLimit { get; init; } = "1GB";

    /// <summary>Threads of queries. Results do not depend on it.</summary>
    public int Threads { get; init; } = 2;
}
