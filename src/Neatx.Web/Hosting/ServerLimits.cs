namespace Neatx.Web.Hosting;

/// <summary>How much the server takes from one person or address.</summary>
public sealed record ServerLimits
{
    /// <summary>Requests at once. Default: 300.</summary>
    public int Burst { get; init; } = 300;

    /// <summary>Requests a second, in the long run. Default: 100.</summary>
    public int PerSecond { get; init; } = 100;

    /// <summary>Sign-ins, passkeys and codes tried from one address in a minute. Default: 30.</summary>
    public int GuessesPerMinute { get; init; } = 30;

    /// <summary>The largest body of a request, bytes. Default: 8 MiB.</summary>
    public long BodyBytes { get; init; } = 8 << 20;

    /// <summary>The most decoded films kept in memory, bytes. Default: 256 MiB.</summary>
    public long FilmBytes { get; init; } = 256L << 20;
}
