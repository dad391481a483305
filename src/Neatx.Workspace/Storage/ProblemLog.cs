using System.Globalization;

namespace Neatx.Workspace.Storage;

/// <summary>
/// The problems of one table: the first five of each code are kept, all go to a CSV file, which is there only if there were any.
/// </summary>
public sealed class ProblemLog : IDisposable
{
    private const int KeptOfACode = 5;
    private readonly string path;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<Problem> first = [];
    private PendingFile? file;

    /// <param name="path">Where the CSV goes; what a former run left there is removed.</param>
    public ProblemLog(string path)
    {
        this.path = path;
        if (File.Exists(path)) File.Delete(path);
    }

    /// <summary>Rows that were set aside; a row may have several problems.</summary>
    public long Rows { get; private set; }

    /// <summary>The first five problems of each code, in the order found.</summary>
    public IReadOnlyList<Problem> First => first;

    /// <summary>True when there was a problem.</summary>
    public bool Any => first.Count > 0;

    public void Add(Problem problem)
    {
        if (file is null)
        {
            file = new PendingFile(path);
            file.Write(CsvText.Line("code", "file", "line", "column", "found", "expected", "next_step"));
        }

        file.Write(CsvText.Line(problem.Code, problem.File, problem.Row.ToString(CultureInfo.InvariantCulture), problem.Column ?? "",
            problem.Found, problem.Expected, problem.NextStep));
        var count = counts.GetValueOrDefault(problem.Code);
        counts[problem.Code] = count + 1;
        if (count < KeptOfACode) first.Add(problem);
    }

    /// <summary>Counts a row that was set aside.</summary>
    public void SetAside() => Rows++;

    /// <summary>How many problems there are of each code, in words: "3 bad-age, 1 unknown-value".</summary>
    public string Summary() => string.Join(", ",
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value:N0} {pair.Key}"));

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        file?.Commit();
        file = null;
    }

    public void Dispose() => file?.Dispose();
}
