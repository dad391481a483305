using System.Diagnostics;

namespace Neatx.Learning.Tests.Driving;

/// <summary>Debian's Python and its packages: what we are compared with. Absent on a laptop tests skip; in CI a skipped test fails.</summary>
internal static class Python
{
    private const string Program = "/usr/bin/python3";

    /// <summary>What a script prints, that needs a module.</summary>
    public static string Run(string module, string script, IReadOnlyList<string> arguments)
    {
        if (!File.Exists(Program) || Start(["-c", $"import {module}"]).Code != 0) Assert.Skip($"There is no {module} here: apt-get install python3-{module}");
        var (code, output, error) = Start([script, .. arguments]);
        Assert.True(code == 0, error);
        return output;
    }

    private static (int Code, string Output, string Error) Start(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
