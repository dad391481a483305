using System.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>A process with the store of a campaign behind a Unix socket; see the program in tests/hosts.</summary>
internal sealed class StoreHost : IDisposable
{
    private readonly Process _process;

    private StoreHost(Process process) => _process = process;

    /// <summary>Starts the program, which then waits with all loaded until <see cref="Open"/>.</summary>
    public static StoreHost Prepare(StoreLocation location, string socket)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Neatx.Web.StoreHost.dll");
        var word = location.Provider == StoreProvider.Sqlite ? "sqlite" : "postgresql";
        var start = new ProcessStartInfo("dotnet", ["exec", program, word, location.Connection, socket])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Opens the campaign; on return the socket answers.</summary>
    public void Open()
    {
        Assert.Equal("warm", _process.StandardOutput.ReadLine());
        _process.StandardInput.WriteLine("open");
        _process.StandardInput.Flush();
        Assert.Equal("ready", _process.StandardOutput.ReadLine());
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
