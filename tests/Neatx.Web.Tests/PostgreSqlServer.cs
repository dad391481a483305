using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Neatx.Web.Tests.PostgreSqlServer))]

namespace Neatx.Web.Tests;

/// <summary>
/// A PostgreSQL server for all tests of this assembly, on a Unix socket in a temporary folder; started when first asked for. Debian's refuses to
/// run as root, so as root it runs as nobody. It does not flush: what is tested is that our process can be killed, not theirs.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly Lazy<string?> _folder;
    private Process? _server;
    private string? _missing;
    private int _databases;

    public PostgreSqlServer() => _folder = new Lazy<string?>(Start);

    /// <summary>The connection string of a new, empty database.</summary>
    public string NewDatabase()
    {
        if (_folder.Value is not { } folder)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(_missing!);
            Assert.Skip(_missing!);
            return "";
        }

        var name = FormattableString.Invariant($"test{Interlocked.Increment(ref _databases)}");
        using var connection = new NpgsqlConnection(ConnectionString(folder, "postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return ConnectionString(folder, name);
    }

    public void Dispose()
    {
        if (_server is null) return;
        // A fast shutdown: sessions are ended.
        using (var stop = Process.Start("kill", ["-INT", FormattableString.Invariant($"{_server.Id}")])) stop.WaitForExit();
        if (!_server.WaitForExit(10_000)) _server.Kill(entireProcessTree: true);
        _server.Dispose();
        Directory.Delete(_folder.Value!, recursive: true);
    }

    private static string ConnectionString(string folder, string database) => $"Host={folder};Username=neatx;Database={database};Pooling=false;Timeout=20";

    private static string? Program(string name)
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(each => $"{each}/bin") : [];
        var folders = debian.Reverse().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static Process Run(string program, params string[] arguments)
    {
        var asRoot = Environment.UserName == "root";
        string[] all = asRoot ? ["--reuid=nobody", "--regid=nogroup", "--clear-groups", program, .. arguments] : arguments;
        var start = new ProcessStartInfo(asRoot ? "setpriv" : program, all)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    private string? Start()
    {
        if (Program("initdb") is not { } initdb || Program("postgres") is not { } postgres)
        {
            _missing = "PostgreSQL is not installed, so nothing is tested on it. On Debian: sudo apt-get install postgresql";
            return null;
        }

        // Short, as the path of a Unix socket has at most 107 characters.
        var folder = Path.Combine(Path.GetTempPath(), $"nx{Guid.NewGuid().ToString("N")[..8]}");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(folder, "data");
        using (var made = Run(initdb, "-D", data, "-U", "neatx", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"))
        {
            var output = made.StandardOutput.ReadToEnd() + made.StandardError.ReadToEnd();
            made.WaitForExit();
            Assert.True(made.ExitCode == 0, output);
        }

        _server = Run(
            postgres, "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=100", "-c", "log_min_messages=fatal");
        _server.ErrorDataReceived += (_, _) => { };
        _server.OutputDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString(folder, "postgres"));
                connection.Open();
                return folder;
            }
            catch (NpgsqlException) when (attempt < 200 && !_server.HasExited)
            {
                // It takes about a second to come up, and nothing tells when.
                Thread.Sleep(50);
            }
        }
    }
}
