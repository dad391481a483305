using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Web.Exchange;
using Neatx.Web.Store;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign export: ratings and log as files.</summary>
internal sealed class CampaignExportCommand : Verb
{
    private readonly CampaignPlace _place;
    private readonly Option<string> _format = OptionKinds.Word(
        "--format",
        ["long", "raw", "events", "label-studio"],
        "long",
        "long: CSV, a row a rating; raw: CSV, a row an image; events: the log as JSON Lines; label-studio: JSON.",
        "FORMAT")!;

    private readonly Option<string?> _file = OptionKinds.Text("--file", "FILE", "Where to; left out, standard output.");

    public CampaignExportCommand(Screen screen)
        : base("export", "Write ratings or the log to a file; raters are named by pseudonyms.", screen)
    {
        _place = new CampaignPlace(this);
        Add(_format);
        Add(_file);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx campaign export out/demo --format raw --file ratings.csv",
        "./neatx campaign export out/demo --format events --file log.jsonl",
    ];

    protected override int Run(ParseResult parsed)
    {
        using var reader = CampaignReader.Open(_place.Of(parsed));
        using var snapshot = reader.BeginSnapshot();
        var format = parsed.GetValue(_format)!;
        if (parsed.GetValue(_file) is { } file) AtomicFile.Write(file, stream => Write(reader, format, stream));
        else
        {
            Screen.Output.Flush();
            using var stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            Write(reader, format, stream);
        }

        return ExitCode.Done;
    }

    private static void Write(CampaignReader reader, string format, Stream stream)
    {
        if (format == "events") EventLines.Write(reader, stream);
        else if (format == "label-studio") LabelStudioFormat.Write(reader, stream);
        else
        {
            using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            if (format == "raw") RawFormat.Write(reader, text);
            else LongFormat.Write(reader, text);
        }
    }
}
