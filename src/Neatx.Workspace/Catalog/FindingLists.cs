using DuckDB.NET.Data;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// The different lists of findings in a table, each stored once in the temporary table "lists" (list, findings, raw): tables repeat few lists many
/// times. Lists beyond what is remembered are stored again, so that memory stays bounded.
/// </summary>
internal sealed class FindingLists : IDisposable
{
    /// <summary>The list of an image whose cell is blank: nobody labelled it.</summary>
    public const int Unlabelled = 0;

    private const int Remembered = 1 << 16;
    private readonly Dictionary<string, int> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly DuckDBAppender appender;
    private int count;

    public FindingLists(TableSession session)
    {
        session.Execute("CREATE TEMP TABLE lists (list INTEGER, findings VARCHAR[], raw VARCHAR[], contradictory BOOLEAN)");
        appender = session.AppendRows("lists");
        lookup = lists.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True when a list says "none" beside names.</summary>
    public bool AnyContradictory { get; private set; }

    /// <summary>The list known by this text.</summary>
    public bool TryGet(ReadOnlySpan<char> text, out int list) => lookup.TryGetValue(text, out list);

    /// <summary>Stores a list.</summary>
    /// <param name="text">What it is known by.</param>
    /// <param name="findings">Harmonised names.</param>
    /// <param name="raw">The names as in the file where that differs, or null.</param>
    /// <param name="contradictory">True when it says "none" beside names.</param>
    public int Add(ReadOnlySpan<char> text, IReadOnlyList<string> findings, IReadOnlyList<string>? raw, bool contradictory)
    {
        var list = ++count;
        AnyContradictory |= contradictory;
        var row = appender.CreateRow().AppendValue((int?)list).AppendValue<string>(findings);
        if (raw is null) row.AppendNullValue();
        else row.AppendValue<string>(raw);
        row.AppendValue((bool?)contradictory).EndRow();
        if (lists.Count < Remembered) lookup[text] = list;
        return list;
    }

    /// <summary>Makes all lists visible.</summary>
    public void Close() => appender.Close();

    public void Dispose() => appender.Dispose();
}
