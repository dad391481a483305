using Neatx.Core.Campaign;
using Neatx.Web.People;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Hosting;

/// <summary>Serves a campaign from start to stop: opens the store, brings in the protocol's images, and lets the first people in.</summary>
public static class CampaignHost
{
    /// <summary>Serves until told to stop.</summary>
    /// <param name="options">With what it is served.</param>
    /// <param name="started">Told where the server listens and, at the first start, the links of those invited.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="NeatxException">It cannot be served, and why.</exception>
    public static async Task Run(ServerOptions options, Action<ServerStart> started, CancellationToken token)
    {
        ListenAddress.Check(options.Urls);
        if (!options.IsLoopback && !options.IsBehindProxy && options.Urls.Any(url => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)))
            throw new NeatxException(
                "Passwords would cross the network in plain text: --urls names an address that others can reach, over http. Use https, or put a proxy with TLS in front and say --behind-proxy.");
        var definition = options.Protocol.Campaign ?? throw new NeatxException($"{options.Protocol.File} states no campaign. Add a section 'campaign:' to it; see docs/guide/serve.md.");
        await HttpsCertificate.Check(options.Urls, token);
        MakeFolder(Path.Combine(options.Folder, "campaign"));
        if (!EventHash.TryParse(options.Protocol.Sha256, out var protocol)) throw new ArgumentException("The protocol has no hash.", nameof(options));
        using var store = CampaignStore.Open(options.Location, new StoreOptions { Protocol = protocol, Clock = options.Clock });
        // Once nobody else has the campaign: this may take long.
        var images = options.ReadImages(token);
        var added = await CampaignOpening.Run(store, definition, options.Protocol.Seed, images);
        await using var app = await CampaignServer.Build(store, options);
        try
        {
            await app.StartAsync(token);
        }
        catch (IOException error)
        {
            throw new NeatxException($"The server cannot listen on {string.Join(", ", options.Urls)}: {error.Message} Name another address: --urls http://localhost:5081", error);
        }

        // Not before it listens: a link that nobody was told would keep all out.
        var links = await FirstLinks(app, definition.Raters);
        started(new ServerStart([.. app.Urls], links, added, images.WithoutFilm, app.Services.GetRequiredService<ViewerFiles>().AreBuilt));
        await app.WaitForShutdownAsync(token);
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            PrivateFolder.Close(Directory.CreateDirectory(folder).FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"The campaign's folder {folder} cannot be made: {error.Message} Name a run folder that you may write to: --out DIR", error);
        }
    }

    /// <summary>Where nobody has come in and nobody was invited: a link for the first curator and one for each rater of the protocol.</summary>
    private static async Task<IReadOnlyList<(string Whom, string Path)>> FirstLinks(WebApplication app, IReadOnlyList<string> raters)
    {
        using var scope = app.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PeopleDatabase>();
        if (database.Users.Any() || database.Invitations.Any()) return [];
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var links = new List<(string, string)>();
        var (_, code) = await invitations.Make(CampaignRole.Curator, null, Invitations.Days);
        links.Add(("curator", Invitations.PathOf(code)));
        foreach (var rater in raters)
        {
            (_, code) = await invitations.Make(CampaignRole.Rater, rater, Invitations.Days);
            links.Add(($"rater {rater}", Invitations.PathOf(code)));
        }

        return links;
    }
}
