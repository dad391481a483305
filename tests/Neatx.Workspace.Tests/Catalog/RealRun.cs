using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>protocols/neatx.yaml read from the real files, once for all tests that look at it.</summary>
public sealed class RealRun : IDisposable
{
    private readonly Lazy<TestRun> run;
    private readonly Dictionary<string, TableSummary> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LabelSetSummary> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableReference> references = new(StringComparer.Ordinal);
    private ProtocolDocument? document;

    public RealRun() => run = new(Read);

    internal TestRun Run => run.Value;

    internal ProtocolDocument Document => run.Value is null ? throw new InvalidOperationException() : document!;

    internal IReadOnlyDictionary<string, TableReference> References => run.Value is null ? throw new InvalidOperationException() : references;

    public TableSummary Table(string name) => run.Value is null ? throw new InvalidOperationException() : tables[name];

    public LabelSetSummary Labels(string name) => run.Value is null ? throw new InvalidOperationException() : labels[name];

    public long Defect(string table, string code) => Table(table).Defects.SingleOrDefault(defect => defect.Code == code)?.Count ?? 0;

    public void Dispose()
    {
        if (run.IsValueCreated) run.Value.Dispose();
    }

    private TestRun Read()
    {
        var data = SharedData.Path("");
        document = ProtocolReader.Read(Repository.PathOf("protocols/neatx.yaml"), new() { DataRoot = data }).DocumentOrThrow();
        var made = new TestRun(document.Findings, dataRoot: Path.GetFullPath(data));
        foreach (var dataset in document.Datasets) Add(DatasetStage.Build(dataset, made.Context, TestContext.Current.CancellationToken));
        foreach (var set in document.LabelSets)
        {
            var dataset = document.Datasets.Single(each => each.Name == set.Dataset);
            var (table, summary) = LabelSetTable.Build(set, dataset, references[set.Dataset], made.Context, TestContext.Current.CancellationToken);
            Add(table);
            labels.Add(set.Name, summary);
        }

        foreach (var ratings in document.Ratings)
        {
            var dataset = ratings.Dataset is { } name ? references[name] : null;
            Add(RatingsTable.Build(ratings, dataset, made.Context, TestContext.Current.CancellationToken));
        }

        return made;
    }

    private void Add(TableSummary table)
    {
        tables.Add(table.Name, table);
        references.Add(table.Name, TableReference.Of(table));
    }
}
