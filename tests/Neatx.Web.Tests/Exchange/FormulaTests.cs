using Neatx.Core.Campaign;
using Neatx.Web.Exchange;
using Neatx.Web.Store;
using Neatx.Web.Tests.Store;

namespace Neatx.Web.Tests.Exchange;

/// <summary>Whatever text begins with, a spreadsheet computes nothing from what goes out, and the same text comes in again.</summary>
public sealed class FormulaTests(PostgreSqlServer server) : StoreTest(server)
{
    private const string Finding = "'=Tube";

    /// <summary>Every text of up to three of these characters but blanks, which are no notes.</summary>
    private static readonly string[] Texts =
        [.. Enumerable.Range(0, 3).Aggregate(new List<string> { "" }, (texts, _) => [.. texts, .. texts.SelectMany(text => "'=-\t\"a".Select(next => text + next))])
            .Distinct().Where(text => !string.IsNullOrWhiteSpace(text))];

    private static CampaignPlan Formulas => Plan() with { Findings = [new(Finding, Finding, "1", AsksSide: true)] };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Long_OutInOut_IsTheSame(StoreProvider provider) =>
        await Check(provider, (reader, text) => LongFormat.Write(reader, text), text => LongFormat.Read(text, "long.csv", Formulas));

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Raw_OutInOut_IsTheSame(StoreProvider provider) =>
        await Check(provider, RawFormat.Write, text => RawFormat.Read(text, "raw.csv", Formulas, "films"));

    private async Task Check(StoreProvider provider, Action<CampaignReader, TextWriter> write, Func<TextReader, IEnumerable<ImageAnswers>> read)
    {
        var answers = Texts.Select(text => new ImageAnswers
        {
            Dataset = "films",
            Image = text,
            Rater = "-r1",
            Grades = [Core.Labels.Rating.OfCertainty(.5)],
            Sides = new Side[1],
            Note = text,
        });
        var first = await Brought(provider, "first.db", answers, write);
        Assert.DoesNotContain(first.Split('\n').SelectMany(line => line.Split(',')), cell => (cell is ['"', ..] ? cell[1..] : cell) is ['=' or '-' or '\t', ..]);
        Assert.Equal(first, await Brought(provider, "second.db", read(new StringReader(first)), write));
    }

    /// <summary>What a new campaign writes once it was given answers; their notes are those that went in.</summary>
    private async Task<string> Brought(StoreProvider provider, string file, IEnumerable<ImageAnswers> answers, Action<CampaignReader, TextWriter> write)
    {
        using var store = CampaignStore.Open(provider == StoreProvider.Sqlite ? StoreLocation.Sqlite(Path.Combine(Folder, file)) : NewLocation(provider), Options);
        await Taken(store, Curator, Request(EventKind.CampaignOpened, Formulas.ToJson()));
        await store.AddImages(Curator, ImagePool.Main, Texts.Select(text => new NewImage("films", text, text, null, text)));
        Assert.Equal(Texts.Length, await RatingsImport.Run(store, answers));
        using var reader = store.OpenReader();
        using var text = new StringWriter { NewLine = "\n" };
        write(reader, text);
        return text.ToString();
    }
}
