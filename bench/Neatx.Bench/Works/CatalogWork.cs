using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Bench.Works;

/// <summary>
/// The data entry table read as a dataset and a second table as a label set on it, as a run does: checked row by row, hashed, written as Parquet;
/// then joined.
/// </summary>
internal sealed class CatalogWork : IWork, IDisposable
{
    private static readonly string[] Pathologies =
    [
        "Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule", "Pneumonia", "Pneumothorax", "Consolidation", "Edema",
        "Emphysema", "Fibrosis", "Pleural_Thickening", "Hernia",
    ];

    private readonly RunDatabase _database;
    private readonly CatalogContext _context;
    private readonly DatasetDefinition _dataset;
    private readonly LabelSetDefinition _review;

    /// <param name="inputs">The folder with table.csv.gz and review.csv.</param>
    /// <param name="run">A folder for what a run writes.</param>
    public CatalogWork(string inputs, string run)
    {
        _database = new RunDatabase(run);
        var findings = Pathologies.Append("Reviewed").Select(name => new FindingDefinition { Name = name });
        _context = new CatalogContext(_database, inputs, [.. findings], new UnheardObserver());
        _dataset = new DatasetDefinition("images", "Images", new TableSource
        {
            Files = [Path.Combine(inputs, "table.csv.gz")],
            Format = "nih_cxr14",
            Columns = TableFormats.Find("nih_cxr14").Columns,
        });
        _review = new LabelSetDefinition
        {
            Name = "review",
            Title = "Review",
            Kind = LabelKind.ImageReview,
            Dataset = "images",
            Table = new TableSource
            {
                Files = [Path.Combine(inputs, "review.csv")],
                Format = TableFormats.Csv,
                Columns = new ColumnMapping
                {
                    Image = "Image Index",
                    Findings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Reviewed"] = "Reviewed" },
                    Values = new Dictionary<string, LabelState>(StringComparer.OrdinalIgnoreCase) { ["YES"] = LabelState.Positive, ["NO"] = LabelState.Negative },
                },
            },
        };
    }

    /// <summary>The rows, the joined rows, the sum of their ages and the reviewed positives.</summary>
    public IReadOnlyList<double> Run()
    {
        var images = DatasetStage.Build(_dataset, _context);
        var (_, labels) = LabelSetTable.Build(_review, _dataset, TableReference.Of(images), _context);
        using var session = _database.Open();
        var joined = $"{session.Parquet(images.Data!)} JOIN {session.Parquet(labels.Data!)} USING (image)";
        double[] values = [];
        session.Query(
            $"SELECT count(*), sum(age), count(*) FILTER (\"Reviewed\" = {(int)LabelState.Positive}) FROM {joined}",
            row => values = [images.Images, row.GetInt64(0), row.GetDouble(1), row.GetInt64(2)]);
        return values;
    }

    public void Dispose() => _database.Dispose();
}
