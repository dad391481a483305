using System.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

/// <summary>A process that serves a campaign over HTTP; see the program in tests/hosts.</summary>
internal sealed class ServerHost : IDisposable
{
    private readonly Process _process;

    private ServerHost(Process process) => _process = process;

    /// <summary>Starts the program, which then waits with all compiled until <see cref="Open"/>.</summary>
    public static ServerHost Prepare(StoreLocation location, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Neatx.Web.ServerHost.dll");
        var word = location.Provider == StoreProvider.Sqlite ? "sqlite" : "postgresql";
        var start = new ProcessStartInfo("dotnet", ["exec", program, word, location.Connection, folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Opens the campaign; on return it is served.</summary>
    /// <returns>The address.</returns>
    public Uri Open()
    {
        Assert.Equal("warm", _process.StandardOutput.ReadLine());
        _process.StandardInput.WriteLine("open");
        _process.StandardInput.Flush();
        return new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    /// <summary>SIGKILL: no handler of the program runs.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
