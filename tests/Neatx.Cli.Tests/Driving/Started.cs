using System.Diagnostics;

namespace Neatx.Cli.Tests.Driving;

/// <summary>Starts programs as a user would, in a Danish terminal, and waits for them.</summary>
internal static class Started
{
    /// <summary>The built neatx beside the tests.</summary>
    public static string Neatx { get; } = Path.Combine(AppContext.BaseDirectory, "neatx");

    /// <summary>Runs neatx in a folder.</summary>
    public static Ended NeatxIn(string folder, params IEnumerable<string> arguments) => Program(Neatx, folder, arguments);

    /// <summary>Runs any program; a variable with a null value is taken out of its environment.</summary>
    public static Ended Program(string path, string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? variables = null)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "da_DK.UTF-8";
        foreach (var name in (string[])["CI", "NO_COLOR", "NEATX_TRACE"]) start.Environment.Remove(name);
        foreach (var (name, value) in variables ?? [])
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
