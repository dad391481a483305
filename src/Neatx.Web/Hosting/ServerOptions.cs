using System.Net;
using Neatx.Web.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Protocol;

namespace Neatx.Web.Hosting;

/// <summary>With what a campaign is served.</summary>
public sealed record ServerOptions
{
    /// <summary>With a campaign.</summary>
    public required ProtocolDocument Protocol { get; init; }

    /// <summary>The run folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the campaign is stored.</summary>
    public required StoreLocation Location { get; init; }

    /// <summary>Reads the images of the protocol, as it stands now.</summary>
    public required Func<CancellationToken, CampaignSource> ReadImages { get; init; }

    /// <summary>Where the server listens. Default: this machine alone, port 5080.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>Whether a proxy in front ends TLS and says so in X-Forwarded-Proto. Default: false.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Where that proxy is; what others say in such headers is not believed. Default: this machine.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [new(IPAddress.Parse("127.0.0.0"), 8), new(IPAddress.IPv6Loopback, 128)];

    /// <summary>The folder of the built pages; null for 'viewer' beside the program.</summary>
    public string? ViewerFolder { get; init; }

    /// <summary>Whether people read the log on a terminal; otherwise it is JSON, a line an entry. Default: false.</summary>
    public bool IsTerminal { get; init; }

    public ServerLimits Limits { get; init; } = new();

    /// <summary>Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether all addresses are of this machine.</summary>
    public bool IsLoopback => !IsBehindProxy && Urls.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
