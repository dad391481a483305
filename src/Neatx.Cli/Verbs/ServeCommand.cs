using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Web.Hosting;
using Neatx.Web.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Demo;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Cli.Verbs;

/// <summary>neatx serve: raters label images in the browser.</summary>
internal sealed class ServeCommand : Verb
{
    /// <summary>A name, as passkeys belong to names and not to numbers.</summary>
    private const string Address = "http://localhost:5080";

    private readonly Interruption _interruption;
    private readonly Argument<string> _protocol = new("PROTOCOL") { Description = "The protocol file, with a section 'campaign:'." };
    private readonly Option<string?> _data = OptionKinds.Text("--data", "DIR", "The folder that file names in the protocol start from. Default: that of the protocol.");
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The run folder, which holds the campaign. Default: out/ and the name of the protocol.");
    private readonly Option<string[]> _urls = OptionKinds.Texts("--urls", "URL", $"Where to listen. Default: {Address}, which this machine alone can reach.");
    private readonly Option<string?> _database = OptionKinds.Text("--database", "CONNECTION", "A PostgreSQL database: \"Host=...;Database=...\". Default: SQLite in the run folder. Also NEATX_DATABASE.");
    private readonly Option<bool> _behindProxy = OptionKinds.Switch("--behind-proxy", "A proxy in front ends TLS, and nobody else reaches this address.");
    private readonly Option<string[]> _proxies = OptionKinds.Texts("--proxy", "ADDRESS", "Where that proxy is: addresses, or networks as 172.16.0.0/12. Default: this machine.");
    private readonly Option<bool> _noBrowser = OptionKinds.Switch("--no-browser", "Do not open the browser.");

    public ServeCommand(Screen screen, Interruption interruption)
        : base("serve", "Serve a campaign: several raters label images in the browser, blind to one another.", screen)
    {
        _interruption = interruption;
        Add(_protocol);
        foreach (var option in (Option[])[_data, _out, _urls, _database, _behindProxy, _proxies, _noBrowser]) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx serve protocols/demo.yaml",
        "./neatx serve study.yaml --data /data --urls https://0.0.0.0:5443 --no-browser",
    ];

    protected override int Run(ParseResult parsed)
    {
        var terminal = new TerminalObserver(Screen, TimeProvider.System);
        var observer = new ChangesObserver(terminal);
        var (document, folder, isDemo) = Read(parsed, observer);
        var urls = parsed.GetValue(_urls)!;
        var proxies = parsed.GetValue(_proxies)!;
        var options = new ServerOptions
        {
            Protocol = document,
            Folder = Path.GetFullPath(folder),
            Location = LocationOf(parsed, folder),
            ReadImages = token => isDemo ? DemoCampaign.Read(document, folder, observer, token) : CampaignSource.Read(document, folder, observer, token),
            Urls = urls.Length == 0 ? [Address] : urls,
            IsBehindProxy = parsed.GetValue(_behindProxy) || proxies.Length > 0,
            ViewerFolder = Environment.GetEnvironmentVariable("NEATX_VIEWER") is { Length: > 0 } viewer ? viewer : null,
            IsTerminal = Screen.IsErrorTerminal,
        };
        if (proxies.Length > 0) options = options with { Proxies = [.. proxies.Select(NetworkOf)] };
        try
        {
            CampaignHost.Run(options, start => Started(start, terminal, document, !parsed.GetValue(_noBrowser)), _interruption.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Told to stop before it served.
        }
        finally
        {
            terminal.Complete();
        }

        Screen.Error.WriteLine("neatx: stopped; all that was acknowledged is on disk.");
        return ExitCode.Done;
    }

    /// <summary>The protocol and its run folder. The demo brings its own data.</summary>
    private (ProtocolDocument Document, string Folder, bool IsDemo) Read(ParseResult parsed, ChangesObserver observer)
    {
        var (protocol, data, folder) = (parsed.GetValue(_protocol)!, parsed.GetValue(_data), parsed.GetValue(_out));
        MissingPath.RefuseUnlessFile(protocol);
        var isDemo = data is null && PreparedDemo.IsProtocol(protocol);
        if (isDemo)
        {
            folder ??= Path.Combine("out", "demo");
            Open(folder);
            var demo = PreparedDemo.In(folder, new DemoOptions { Films = false }, observer, _interruption.Token);
            (protocol, data) = (demo.Protocol, demo.DataRoot);
        }

        var document = ProtocolReader.Read(protocol, new ProtocolOptions { DataRoot = data, Overrides = isDemo ? DemoCampaign.Overrides(data!) : [] }).DocumentOrThrow();
        folder ??= Path.Combine("out", document.Name);
        if (!isDemo) Open(folder);
        return (document, folder, isDemo);
    }

    /// <summary>Makes the run folder, and finds out whether it can be written to before anything slow is done.</summary>
    private static void Open(string folder)
    {
        var probe = Path.Combine(folder, ".writable");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"The run folder '{folder}' cannot be written to: {error.Message.Replace(probe, folder, StringComparison.Ordinal)} Name another one: --out DIR", error);
        }
    }

    /// <summary>A network, or an address as the network of itself.</summary>
    private static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new NeatxException($"--proxy takes addresses and networks as 10.0.0.7 or 172.16.0.0/12; found '{text}'.");

    private StoreLocation LocationOf(ParseResult parsed, string folder)
    {
        var connection = parsed.GetValue(_database) ?? Environment.GetEnvironmentVariable("NEATX_DATABASE");
        return string.IsNullOrEmpty(connection) ? StoreLocation.Sqlite(Path.Combine(folder, StoreLocation.FileName)) : StoreLocation.PostgreSql(connection);
    }

    private void Started(ServerStart start, TerminalObserver observer, ProtocolDocument document, bool opensBrowser)
    {
        observer.Complete();
        var address = start.Urls[0].TrimEnd('/');
        Screen.Output.WriteLine($"Serving '{document.Campaign!.Title}' on {string.Join(", ", start.Urls)}  (Ctrl-C stops it)");
        if (start.Added > 0) Screen.Output.WriteLine($"{start.Added:N0} images are new in the campaign.");
        if (start.WithoutFilm > 0) Screen.Output.WriteLine($"{start.WithoutFilm:N0} images were left out: their films are not in the folders that the protocol states.");
        if (!start.HasPages) Screen.Output.WriteLine("There are no pages to rate on: docs/guide/serve.md, 'The pages', says what they need.");
        if (start.Links.Count > 0) Screen.Output.WriteLine("First start. Each link lets one person in, once, within 14 days; it is not shown again:");
        foreach (var (whom, path) in start.Links) Screen.Output.WriteLine($"  {whom,-12} {address}{path}");
        Screen.Output.Flush();
        // The demo is for who wants to see how rating feels.
        var page = start.Links.Count == 0 ? "/" : (document.Synthetic && start.Links.Count > 1 ? start.Links[1] : start.Links[0]).Path;
        if (opensBrowser) OpenOnDesktop(address + page);
    }

    /// <summary>Opens the browser for a person at a desktop; a script, a server or a container has none.</summary>
    private void OpenOnDesktop(string address)
    {
        const string Opener = "/usr/bin/xdg-open";
        var hasDesktop = (Environment.GetEnvironmentVariable("DISPLAY") ?? Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) is { Length: > 0 };
        if (!Screen.IsErrorTerminal || !hasDesktop || !File.Exists(Opener)) return;
        using var opener = Process.Start(new ProcessStartInfo(Opener) { ArgumentList = { address }, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
    }
}
