using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Exchange;
using Neatx.Web.Hosting;
using Neatx.Web.People;
using Neatx.Web.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Protocol;

namespace Neatx.Load;

/// <summary>A server on SQLite with many images, some rated twice already, and with people whose tokens are known.</summary>
internal static class LoadedServer
{
    private const string Finding = "Chest drain";

    /// <summary>Who rated before: enough that most pairs of them share images.</summary>
    private const int Panel = 40;

    /// <summary>Serves until standard input ends. Writes its address to standard output once it is ready.</summary>
    public static async Task Run(string folder, int images, int rated, int raters)
    {
        var options = OptionsOf(folder, images);
        var settings = new StoreOptions { Protocol = EventHash.Zero };
        using (var made = CampaignStore.Open(options.Location, settings))
        {
            await CampaignOpening.Run(made, options.Protocol.Campaign!, 1, options.ReadImages(CancellationToken.None));
            await RatingsImport.Run(made, Enumerable.Range(0, rated).SelectMany(image => Enumerable.Range(0, 2).Select(rater => Answers(image, rater))));
        }

        // As after a restart: raters and an import of half a million ratings are not there at the same time.
        using var store = CampaignStore.Open(options.Location, settings);
        await using var app = await CampaignServer.Build(store, options);
        await AddPeople(app, store, raters);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.Out.FlushAsync();
        while (await Console.In.ReadLineAsync() is not null) continue;
        await app.StopAsync();
    }

    public static string TokenOf(string person) => $"nxt_{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"load {person}")))}";

    private static ServerOptions OptionsOf(string folder, int images)
    {
        var all = Enumerable.Range(0, images)
            .Select(image => new CampaignSourceImage(ImagePool.Main, "films", NameOf(image), FormattableString.Invariant($"p{image / 3}"), null, null, []))
            .ToList();
        return new ServerOptions
        {
            Protocol = new ProtocolDocument
            {
                Name = "load",
                Title = "Load",
                DataRoot = folder,
                Sha256 = new string('0', 64),
                Campaign = new CampaignDefinition { Title = "Load", Images = "films", Findings = [new(Finding, Finding, "1", AsksSide: false)], Stop = new StopRule() },
            },
            Folder = folder,
            Location = StoreLocation.Sqlite(Path.Combine(folder, StoreLocation.FileName)),
            ReadImages = _ => new CampaignSource(all, 0),
            Urls = ["http://127.0.0.1:0"],
            IsTerminal = true,
        };
    }

    private static string NameOf(int image) => FormattableString.Invariant($"{image:D7}.png");

    /// <summary>Two of the panel, who agree on nine of ten.</summary>
    private static ImageAnswers Answers(int image, int rater) => new()
    {
        Dataset = "films",
        Image = NameOf(image),
        Rater = FormattableString.Invariant($"panel{(image + (rater * (1 + (image / Panel % (Panel - 1))))) % Panel}"),
        Grades = [Rating.OfCertainty((image % 4 == 0) != (rater == 1 && image % 10 == 0) ? 1 : 0)],
        Sides = new Side[1],
    };

    private static async Task AddPeople(WebApplication app, CampaignStore store, int raters)
    {
        using var scope = app.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PeopleDatabase>();
        Add("curator", CampaignRole.Curator);
        for (var number = 0; number < raters; number++)
        {
            var name = FormattableString.Invariant($"rater{number}");
            Add(name, CampaignRole.Rater);
            await store.Append(CampaignActor.System, [new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.RaterAdded, Rater = name, New = name }]);
            await store.Append(new CampaignActor(name, CampaignRole.Rater), [new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.GuidelineRead }]);
        }

        await database.SaveChangesAsync();

        void Add(string name, CampaignRole role)
        {
            var now = DateTimeOffset.UtcNow;
            database.Add(new Person { Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role, Created = now });
            database.Add(new ApiToken { Id = name, PersonId = name, Name = "load", MayWrite = true, SecretHash = SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(name))), Created = now, Expires = now.AddDays(1) });
        }
    }
}
