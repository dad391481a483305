using System.Globalization;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// Puts the rows of a dataset into the temporary table "read": row, line, file, age, findings, raw, then the mapped text columns.
/// </summary>
internal sealed class DatasetRows : ITableSink, IDisposable
{
    private const int FirstText = 6;
    private readonly ColumnMapping mapping;
    private readonly DefectTally defects;
    private readonly List<(string Name, string Column)> texts = [];
    private readonly bool[] seen;
    private readonly bool[] numeric;
    private readonly int[] columns;
    private readonly IFindingReader? findings;
    private readonly ChunkAppender appender;
    private int? age;

    public DatasetRows(ColumnMapping mapping, FindingVocabulary vocabulary, TableSession session, DefectTally defects)
    {
        this.mapping = mapping;
        this.defects = defects;
        if (mapping.Image is null) throw new NeatxException("A dataset's table needs the column of its images: image: in the column mapping.");
        foreach (var (name, column) in DatasetColumns.Attributes(mapping))
        {
            if (column is not null) texts.Add((name, column));
        }

        var firstKept = texts.Count;
        foreach (var (_, column) in DatasetColumns.Kept(mapping)) texts.Add((DatasetColumns.Staged(texts.Count - firstKept), column));
        columns = new int[texts.Count];
        numeric = new bool[texts.Count];
        seen = new bool[texts.Count];
        Array.Fill(numeric, true, firstKept, mapping.Keep.Count);

        findings = mapping switch
        {
            { FindingList: not null } => new ListedFindings(mapping, vocabulary),
            { FindingName: not null } => new NamedFindings(mapping, vocabulary),
            { Findings.Count: > 0 } => new ColumnFindings(mapping, vocabulary),
            _ => null,
        };
        session.Execute("CREATE TEMP TABLE read (\"row\" BIGINT, line BIGINT, file INTEGER, age DOUBLE, findings VARCHAR[], raw VARCHAR[]"
            + string.Concat(texts.Select(text => $", {text.Name} VARCHAR")) + ")");
        appender = session.Append("read");
    }

    /// <summary>The kept columns that hold numbers only, by their staged names.</summary>
    public IReadOnlySet<string> NumericColumns()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            if (numeric[i] && seen[i]) names.Add(texts[i].Name);
        }

        return names;
    }

    public void Bind(CsvHeader header)
    {
        for (var i = 0; i < columns.Length; i++) columns[i] = header.Find(texts[i].Column);
        age = mapping.Age is { } column ? header.Find(column) : null;
        findings?.Bind(header);
    }

    public void Accept(TableRow row)
    {
        appender.Set(0, row.Number);
        appender.Set(1, row.Line);
        appender.Set(2, row.FileIndex);
        SetAge(row);
        SetFindings(row);
        for (var i = 0; i < columns.Length; i++)
        {
            var text = row[columns[i]];
            appender.Set(FirstText + i, text);
            if (text.IsEmpty) RequireId(row, i);
            else if (numeric[i]) (numeric[i], seen[i]) = (PlainNumber.Is(text), true);
        }

        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender.Close();

    public void Dispose() => appender.Dispose();

    private void SetFindings(TableRow row)
    {
        var list = findings?.Read(row);
        appender.Set(4, list?.Names);
        appender.Set(5, list?.Raw);
        if (list is { Contradictory: true }) defects.Add("none-with-names", "The list says that there is no finding and names some; the names were kept.");
    }

    private void SetAge(TableRow row)
    {
        appender.SetNull(3);
        if (age is not { } column) return;
        var text = row[column];
        if (text.IsEmpty) return;
        if (!AgeText.TryParse(text, out var years))
        {
            row.Problem("bad-age", column, text, "years, or a number with Y, M, W or D", "Correct the age, or leave it empty.");
        }
        else if (years > AgeText.Oldest)
        {
            defects.Add("impossible-age", string.Create(CultureInfo.InvariantCulture, $"Ages above {AgeText.Oldest} years were kept as missing."));
        }
        else
        {
            appender.Set(3, years);
        }
    }

    private void RequireId(TableRow row, int text)
    {
        if (texts[text].Name is not ("image" or "patient")) return;
        row.Problem($"missing-{texts[text].Name}", columns[text], "", $"the id of the {texts[text].Name}", "Give the row its id, or remove it.");
    }
}
