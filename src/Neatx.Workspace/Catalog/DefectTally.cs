namespace Neatx.Workspace.Catalog;

/// <summary>Counts the peculiarities of a table as they are met.</summary>
internal sealed class DefectTally
{
    private readonly Dictionary<string, Defect> defects = new(StringComparer.Ordinal);

    /// <summary>What was counted, in order of code.</summary>
    public IReadOnlyList<Defect> Defects => [.. defects.Values.OrderBy(defect => defect.Code, StringComparer.Ordinal)];

    /// <summary>Counts <paramref name="count"/> more; nothing when that is 0.</summary>
    public void Add(string code, string text, long count = 1)
    {
        if (count == 0) return;
        defects[code] = defects.TryGetValue(code, out var known) ? known with { Count = known.Count + count } : new Defect(code, text, count);
    }
}
