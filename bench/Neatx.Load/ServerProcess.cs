using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Neatx.Load;

/// <summary>The server in a process of its own, on a port of its own, in a folder that is gone afterwards.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-load-").FullName;
    private readonly Process _process;
    private readonly SocketsHttpHandler _sockets = new() { MaxConnectionsPerServer = 1000 };

    public ServerProcess(int images, int rated, int raters)
    {
        List<string> arguments = ["serve", _folder, .. new[] { images, rated, raters }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Address = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri Address { get; }

    /// <summary>A client that acts as a person.</summary>
    public HttpClient ClientOf(string person)
    {
        var client = new HttpClient(_sockets, disposeHandler: false) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LoadedServer.TokenOf(person));
        return client;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(20_000)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _sockets.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
