using Neatx.Workspace.Storage;

namespace Neatx.Bench.Works;

/// <summary>
/// The data entry table read into typed columns in memory, all eleven, and joined with a second table, as pandas does; by the layer that all
/// of Neatx's readers stand on, which checks the text and hashes the file on the way.
/// </summary>
internal sealed class TableWork(string folder) : IWork
{
    /// <summary>The rows, the joined rows, the sum of their ages and the reviewed positives.</summary>
    public IReadOnlyList<double> Run()
    {
        var images = new List<string>();
        TextColumn[] texts = [new(), new(), new()];
        WholeColumn[] wholes = [new(), new(), new(), new(), new()];
        NumberColumn[] numbers = [new(), new()];
        Read("table.csv.gz", row =>
        {
            images.Add(row[0].ToString());
            texts[0].Add(row[1]);
            wholes[0].Add(row[2]);
            wholes[1].Add(row[3]);
            wholes[2].Add(row[4]);
            texts[1].Add(row[5]);
            texts[2].Add(row[6]);
            wholes[3].Add(row[7]);
            wholes[4].Add(row[8]);
            numbers[0].Add(row[9]);
            numbers[1].Add(row[10]);
        });

        var reviewed = new Dictionary<string, string>(StringComparer.Ordinal);
        Read("review.csv", row => reviewed.Add(row[0].ToString(), row[1].ToString()));
        var (joined, ages, positives) = (0, 0L, 0);
        for (var image = 0; image < images.Count; image++)
        {
            if (!reviewed.TryGetValue(images[image], out var answer)) continue;
            joined++;
            ages += wholes[2].Cells[image];
            if (answer == "YES") positives++;
        }

        return [images.Count, joined, ages, positives];
    }

    /// <summary>Every row after the header.</summary>
    private void Read(string name, Action<CsvRows> take)
    {
        using var file = TableFile.Open(Path.Combine(folder, name), name, new ReadLimits());
        using var rows = new CsvRows(file.Text, name, new ReadLimits());
        rows.Read();
        while (rows.Read()) take(rows);
        file.Finish();
    }
}
