using System.Diagnostics;

namespace Neatx.Learning.Tests.Driving;

/// <summary>
/// A test that is run as a process of its own, to be killed or held back: one marked explicit, which no ordinary run starts. It talks by lines on its
/// standard output.
/// </summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    /// <param name="test">The method's full name.</param>
    /// <param name="variables">Its environment besides.</param>
    /// <param name="before">Shell commands that set limits first.</param>
    public Child(string test, IReadOnlyDictionary<string, string> variables, string before = "")
    {
        var program = Path.ChangeExtension(typeof(Child).Assembly.Location, null);
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"{before} exec \"$0\" \"$@\"", program, "-explicit", "only", "-noLogo", "-method", test])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Says a line, in the child.</summary>
    public static void Say(string line)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(System.Text.Encoding.UTF8.GetBytes($"\nchild: {line}\n"));
        output.Flush();
    }

    /// <summary>Reads lines of the child until one begins so, and gives its rest.</summary>
    public string Await(string beginning)
    {
        var heard = new List<string>();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith($"child: {beginning}", StringComparison.Ordinal)) return line[$"child: {beginning}".Length..].Trim();
            heard.Add(line);
        }

        Assert.Fail($"The child ended without saying '{beginning}':\n{string.Join('\n', heard)}");
        return "";
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
