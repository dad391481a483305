using System.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

/// <summary>A server in a process of its own that logs all that the environment can make it log; see Neatx.Web.ServerHost in tests/hosts.</summary>
internal sealed class LoggingHost : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _log;

    private LoggingHost(Process process)
    {
        _process = process;
        // Read all the while, so that the server never waits for a reader.
        _log = process.StandardError.ReadToEndAsync();
    }

    public required Uri Address { get; init; }

    /// <summary>Of the invitations of the first start.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Starts it; on return it serves.</summary>
    /// <param name="location">Of the campaign.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="form">"json", or "simple" as on a terminal.</param>
    public static LoggingHost Start(StoreLocation location, string folder, string form)
    {
        var word = location.Provider == StoreProvider.Sqlite ? "sqlite" : "postgresql";
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Neatx.Web.ServerHost.dll"), word, location.Connection, folder, form])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NEATX_Logging__LogLevel__Default"] = "Trace",
                // Of the provider, which goes before what the program says of single sources.
                ["NEATX_Logging__Console__LogLevel__Default"] = "Trace",
                ["NEATX_Logging__Console__FormatterOptions__IncludeScopes"] = "true",
            },
        };
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { Length: > 0 } line) lines.Add(line);
        if (lines.Count > 1) return new(process) { Address = new Uri(lines[0]), Codes = [.. lines.Skip(1).Select(path => path.Split('#')[1])] };
        throw new InvalidOperationException($"The server ended before it served: {process.StandardError.ReadToEnd()}");
    }

    /// <summary>Stops it as Ctrl-C does.</summary>
    /// <returns>All that it logged.</returns>
    public string Stop()
    {
        using (var stop = Process.Start("kill", ["-INT", FormattableString.Invariant($"{_process.Id}")])) stop.WaitForExit();
        _process.WaitForExit();
        return _log.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
