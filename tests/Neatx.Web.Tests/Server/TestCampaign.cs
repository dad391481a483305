using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Hosting;
using Neatx.Web.People;
using Neatx.Web.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Protocol;
using NetVips;

namespace Neatx.Web.Tests.Server;

/// <summary>A campaign served in this process, with films that exist and people who may sign in.</summary>
internal sealed class TestCampaign : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    public const string Drain = "Chest drain";
    public const string Feeding = "Nasogastric tube";
    public const string SecretName = "patient-name-0001";

    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-server-").FullName;

    private IReadOnlyDictionary<string, string?> _settings = new Dictionary<string, string?>();

    private TestCampaign(ManualClock clock) => Clock = clock;

    public ManualClock Clock { get; }

    public string Folder => _folder;

    public CampaignStore Store { get; private set; } = null!;

    /// <summary>What the protocol holds when the server asks for it again.</summary>
    public Func<CampaignSource> Source { get; set; } = null!;

    public WebApplication App { get; private set; } = null!;

    public ServerOptions Options { get; private set; } = null!;

    /// <summary>Starts a server.</summary>
    /// <param name="location">Where the campaign is; null for SQLite in the test's folder.</param>
    /// <param name="change">Changes the campaign of the protocol.</param>
    /// <param name="images">Images to be rated, two a patient.</param>
    /// <param name="gold">Images of each pool of the reference standard; the first finding is on every second.</param>
    /// <param name="limits">Rate limits.</param>
    /// <param name="settings">Configuration, as the environment would give it.</param>
    /// <param name="serve">Changes with what it is served.</param>
    /// <param name="onKestrel">Whether it listens on a port, as limits of the body are the socket's.</param>
    public static async Task<TestCampaign> Start(
        StoreLocation? location = null,
        Func<CampaignDefinition, CampaignDefinition>? change = null,
        int images = 6,
        int gold = 0,
        ServerLimits? limits = null,
        bool onKestrel = false,
        IReadOnlyDictionary<string, string?>? settings = null,
        Func<ServerOptions, ServerOptions>? serve = null)
    {
        var campaign = new TestCampaign(new ManualClock(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)));
        var definition = new CampaignDefinition
        {
            Title = "Tubes",
            Images = "films",
            Findings = [new(Drain, "Chest drain", "1", AsksSide: true), new(Feeding, "Nasogastric tube", "2", AsksSide: false)],
        };
        definition = change?.Invoke(definition) ?? definition;
        var source = new CampaignSource([.. campaign.MakeImages(images, gold)], 0);
        campaign.Source = () => source;
        campaign.Options = new ServerOptions
        {
            Protocol = new ProtocolDocument { Name = "test", Title = "Test", DataRoot = campaign._folder, Sha256 = new string('0', 64), Campaign = definition, Seed = 3 },
            Folder = campaign._folder,
            Location = location ?? StoreLocation.Sqlite(Path.Combine(campaign._folder, "campaign", "campaign.db")),
            ReadImages = _ => campaign.Source(),
            Urls = ["http://127.0.0.1:0"],
            Clock = campaign.Clock,
            Limits = limits ?? new ServerLimits { GuessesPerMinute = 1000, Burst = 10_000, PerSecond = 10_000 },
        };
        campaign._settings = settings ?? campaign._settings;
        campaign.Options = serve?.Invoke(campaign.Options) ?? campaign.Options;
        await campaign.Open(onKestrel);
        return campaign;
    }

    /// <summary>Stops the server and starts another on the same database, as after a crash or an update.</summary>
    public async Task Restart()
    {
        await Close();
        await Open(onKestrel: false);
    }

    public TestClient Anonymous() => new(App);

    public Task<TestClient> Curator() => In(CampaignRole.Curator, "curator");

    /// <summary>A rater who has read the guideline.</summary>
    public async Task<TestClient> Rater(string pseudonym)
    {
        var client = await In(CampaignRole.Rater, pseudonym);
        await client.Events(new { id = Guid.NewGuid(), kind = "guideline.read" });
        return client;
    }

    public Task<TestClient> Adjudicator() => In(CampaignRole.Adjudicator, "adjudicator");

    public Task<TestClient> Viewer() => In(CampaignRole.Viewer, "viewer");

    public async Task<string> Invite(CampaignRole role, string? pseudonym = null, int days = 14)
    {
        using var scope = App.Services.CreateScope();
        var (_, code) = await scope.ServiceProvider.GetRequiredService<Invitations>().Make(role, pseudonym, days);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TestClient> In(CampaignRole role, string name)
    {
        var client = Anonymous();
        var code = await Invite(role, role == CampaignRole.Rater ? name : null);
        var (status, body) = await client.Post("/api/invitations/accept", new { code, name, password = Password });
        Assert.True(status == 200, body.ToString());
        return client;
    }

    private async Task Open(bool onKestrel)
    {
        Assert.True(EventHash.TryParse(Options.Protocol.Sha256, out var protocol));
        Store = CampaignStore.Open(Options.Location, new Neatx.Web.Store.StoreOptions { Protocol = protocol, Clock = Clock });
        await CampaignOpening.Run(Store, Options.Protocol.Campaign!, Options.Protocol.Seed, Options.ReadImages(TestContext.Current.CancellationToken));
        App = await CampaignServer.Build(Store, Options, builder =>
        {
            if (!onKestrel) builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection(_settings);
            builder.Logging.ClearProviders();
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 10);
        });
        await App.StartAsync();
    }

    private async Task Close()
    {
        await App.DisposeAsync();
        Store.Dispose();
    }

    private IEnumerable<CampaignSourceImage> MakeImages(int images, int gold)
    {
        var films = Directory.CreateDirectory(Path.Combine(_folder, "films")).FullName;
        for (var number = 0; number < images; number++) yield return Make(ImagePool.Main, $"{SecretName}-{number}", $"p{number / 2}", []);
        foreach (var pool in new[] { ImagePool.Training, ImagePool.Qualification, ImagePool.Hidden })
        {
            for (var number = 0; number < gold; number++)
                yield return Make(pool, $"gold-{pool}-{number}", $"g{pool}{number}", [number % 2 == 0 ? LabelState.Positive : LabelState.Negative, LabelState.Negative]);
        }

        CampaignSourceImage Make(ImagePool pool, string name, string patient, IReadOnlyList<LabelState> answers)
        {
            var path = Path.Combine(films, $"{name}.png");
            using var black = Image.Xyz(12, 10);
            using var ramp = black[0].Linear([4000], [100 + (name.Length * 7)]).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16);
            ramp.Pngsave(path);
            return new(pool, "films", $"{name}.png", patient, path, null, answers);
        }
    }
}
