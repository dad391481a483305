using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Labels;

public sealed class LabelPairReaderTests : IDisposable
{
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Read_SharedImages_ComeByIdWithPatientsAsTheyAppear()
    {
        var a = Set("a", "i,p,m,n\nd,2,1,0\nb,2,0,1\na,7,1,1\nx,9,1,1\nc,,0,0\ne,,1,0\n");
        var b = Set("b", "i,p,m,n\na,7,0,0\nb,2,0,0\nc,,1,1\nd,2,1,1\ny,3,1,1\ne,,1,1\n");
        using var reader = LabelPairReader.Open(run.Context.Database, a, b, ["n", "m"], TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (reader.Read()) rows.Add($"{reader.Patient} {string.Join(',', reader.A.ToArray())} {string.Join(',', reader.B.ToArray())}");
        Assert.Equal(["0 3,3 1,1", "1 3,1 1,1", "2 1,1 3,3", "1 1,3 3,3", "3 1,3 3,3"], rows);
    }

    [Fact]
    public void Read_NothingShared_GivesNothing()
    {
        using var reader = LabelPairReader.Open(run.Context.Database, Set("a", "i,p,m,n\na,1,1,0\n"), Set("b", "i,p,m,n\nb,1,1,0\n"), ["m"], TestContext.Current.CancellationToken);
        Assert.False(reader.Read());
    }

    private string Set(string name, string text)
    {
        var images = new DatasetDefinition("images", "Images", TestRun.Absent(new(), "none"));
        var definition = new LabelSetDefinition
        {
            Name = name,
            Title = name,
            Kind = LabelKind.ImageReview,
            Dataset = "images",
            Table = TestRun.Source(
                new()
                {
                    Image = "i",
                    Patient = "p",
                    Findings = new Dictionary<string, string> { ["m"] = "m", ["n"] = "n" },
                    Values = new Dictionary<string, LabelState> { ["1"] = LabelState.Positive, ["0"] = LabelState.Negative },
                },
                run.Write($"{name}.csv", text)),
        };
        return run.LabelSet(definition, images, new TableReference("images", null, "absent")).Table.Data!;
    }
}
