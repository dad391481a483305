using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Neatx.Cli.Output;

/// <summary>
/// Where a verb writes: results to standard output, everything else to standard error. 80 columns wide; bold and dim only on a terminal,
/// and not where NO_COLOR is set (no-color.org).
/// </summary>
internal sealed class Screen : IDisposable
{
    public const int Width = 80;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _output;
    private readonly bool _isDecorated;

    /// <param name="output">Takes results, in UTF-8.</param>
    /// <param name="error">Takes messages and progress.</param>
    /// <param name="isOutputDecorated">True when results may be bold or dim.</param>
    /// <param name="isErrorTerminal">True when messages go to a terminal, where a line may be overwritten.</param>
    public Screen(Stream output, TextWriter error, bool isOutputDecorated, bool isErrorTerminal)
    {
        (_output, Error, _isDecorated, IsErrorTerminal) = (output, error, isOutputDecorated, isErrorTerminal);
        Output = new StreamWriter(output, Utf8, 1 << 14, leaveOpen: true) { NewLine = "\n" };
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public bool IsErrorTerminal { get; }

    /// <summary>The screen of this process.</summary>
    public static Screen OfProcess()
    {
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new Screen(Console.OpenStandardOutput(), error, !plain && !Console.IsOutputRedirected, !plain && !Console.IsErrorRedirected);
    }

    /// <summary>Writes a table or another laid-out element to standard output.</summary>
    public void Show(IRenderable element)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _isDecorated ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Write(element);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n')) Output.WriteLine(line.TrimEnd());
    }

    /// <summary>Writes a sentence to standard output, broken into lines where it is longer than the screen.</summary>
    public void Say(string text) => Show(new Text(text));

    /// <summary>Writes one JSON document to standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        Output.Flush();
        using (var writer = new Utf8JsonWriter(_output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(writer);
        Output.WriteLine();
    }

    public void Dispose() => Output.Dispose();
}
