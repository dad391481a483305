using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Web.Exchange;
using Neatx.Web.Store;
using Neatx.Workspace.Storage;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign import: ratings that were made elsewhere.</summary>
internal sealed class CampaignImportCommand : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file with ratings, or a log." };
    private readonly CampaignPlace _place;
    private readonly Option<string> _format = OptionKinds.Word(
        "--format", ["long", "raw", "events", "label-studio"], "long", "As of export; events makes a campaign again from its log.", "FORMAT")!;

    private readonly Option<string?> _dataset = OptionKinds.Text("--dataset", "NAME", "For raw: the dataset that the images are of.");

    public CampaignImportCommand(Screen screen)
        : base("import", "Bring in ratings that were made elsewhere, or a whole log; the server must be down.", screen)
    {
        _place = new CampaignPlace(this);
        Add(_file);
        Add(_format);
        Add(_dataset);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx campaign import out/demo ratings.csv --format raw --dataset padchest",
        "./neatx campaign import out/copy log.jsonl --format events",
    ];

    protected override int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)!;
        MissingPath.RefuseUnlessFile(file);
        using var store = CampaignStore.Open(_place.Of(parsed), new StoreOptions());
        try
        {
            Screen.Say(parsed.GetValue(_format) == "events"
                ? $"{Words.Count(Restore(store, file))} events put in."
                : $"{Words.Count(RatingsImport.Run(store, Answers(parsed, store, file)).GetAwaiter().GetResult())} rated images put in.");
        }
        catch (StoreException error)
        {
            throw new NeatxException(error.Message, error);
        }

        return ExitCode.Done;
    }

    private static long Restore(CampaignStore store, string file)
    {
        using var text = new StreamReader(file);
        return EventLineReader.Restore(store, text, file).GetAwaiter().GetResult();
    }

    private List<ImageAnswers> Answers(ParseResult parsed, CampaignStore store, string file)
    {
        var plan = store.Read((state, _) => state.Plan) ?? throw new NeatxException("The campaign was not opened yet, so it has no images to rate. Start it with: neatx serve PROTOCOL");
        if (parsed.GetValue(_format) == "label-studio")
        {
            using var stream = File.OpenRead(file);
            return [.. LabelStudioFormat.Read(stream, file, plan)];
        }

        using var text = new StreamReader(file);
        if (parsed.GetValue(_format) == "long") return [.. LongFormat.Read(text, file, plan)];
        var dataset = parsed.GetValue(_dataset) ?? throw new NeatxException("A raw table does not name the dataset of its images. Add --dataset NAME.");
        return [.. RawFormat.Read(text, file, plan, dataset)];
    }
}
