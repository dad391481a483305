using System.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>A process with a campaign, to be killed; see the programs in tests/hosts.</summary>
internal sealed class KilledHost : IDisposable
{
    private readonly Process _process;

    private KilledHost(Process process) => _process = process;

    /// <summary>Starts the program, which then waits with all loaded until <see cref="Open"/>.</summary>
    /// <param name="program">Its name in tests/hosts.</param>
    /// <param name="location">Of the campaign.</param>
    /// <param name="place">Where it answers or keeps its files: the program's third argument.</param>
    public static KilledHost Prepare(string program, StoreLocation location, string place)
    {
        var path = Path.Combine(AppContext.BaseDirectory, program + ".dll");
        var word = location.Provider == StoreProvider.Sqlite ? "sqlite" : "postgresql";
        var start = new ProcessStartInfo("dotnet", ["exec", path, word, location.Connection, place])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Opens the campaign; on return it answers.</summary>
    /// <returns>What the program says then.</returns>
    public string Open()
    {
        Assert.Equal("warm", _process.StandardOutput.ReadLine());
        _process.StandardInput.WriteLine("open");
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The program did not open the campaign.");
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
