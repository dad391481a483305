using System.Globalization;
using System.Text;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>Rows are streamed: what stays in managed memory, and what is allocated a row, does not grow with the table.</summary>
public sealed class BoundedMemoryTests : IDisposable
{
    private static readonly ColumnMapping Columns = new()
    {
        Image = "i",
        Patient = "p",
        Age = "a",
        View = "v",
        FindingList = "l",
        Separator = "|",
        Keep = new Dictionary<string, string> { ["n"] = "n" },
    };

    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_TwoHundredThousandRows_AllocatesNextToNothingARow()
    {
        var (small, large) = (Write("small.csv", 2_000), Write("large.csv", 200_000));
        run.Dataset(Columns, small);
        var before = Allocated(() => Assert.Equal(2_000, run.Dataset(Columns, small).Images));
        var after = Allocated(() => Assert.Equal(200_000, run.Dataset(Columns, large).Images));
        // What is not allocated cannot be kept: ids alone are 30 bytes a row.
        Assert.InRange((after - before) / 198_000.0, 0, 20);
    }

    [Fact]
    public void Build_LargeFile_ReportsProgressTowardsItsSize()
    {
        var path = Write("large.csv", 200_000);
        run.Dataset(Columns, path);
        Assert.All(run.Heard, heard => Assert.Equal(("reading large.csv", new FileInfo(path).Length), (heard.Task, heard.Total!.Value)));
        Assert.Equal(run.Heard.Select(heard => heard.Done).Order(), run.Heard.Select(heard => heard.Done));
    }

    // Of this thread: other tests run beside.
    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private string Write(string name, int rows)
    {
        var text = new StringBuilder("i,p,a,v,l,n\n");
        string[] lists = ["none", "Mass", "Mass|Nodule", "Edema|Effusion|Hernia"];
        for (var i = 0; i < rows; i++) text.Append(CultureInfo.InvariantCulture, $"image-{i:D12}.png,patient-{i / 4},{i % 90},{(i % 3 == 0 ? "PA" : "AP")},{lists[i % 4]},{i % 50}\n");
        return run.Write(name, text.ToString());
    }
}
