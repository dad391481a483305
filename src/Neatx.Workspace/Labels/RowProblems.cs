using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>What is wrong with the rows of a file that is read for its own sake: none is passed over, the first are listed together.</summary>
internal sealed class RowProblems(string file)
{
    private const int Listed = 5;
    private readonly List<Problem> first = [];
    private long count;

    public void Add(string code, long line, string? column, ReadOnlySpan<char> found, string expected, string nextStep)
    {
        if (count++ < Listed) first.Add(new Problem(code, file, line, column, Wording.Shorten(found.ToString()), expected, nextStep));
    }

    /// <exception cref="NeatxException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (count == 0) return;
        var rest = count - first.Count;
        throw new NeatxException($"""
            {file} has {(count == 1 ? "a problem" : $"{count} problems")}:
              {string.Join("\n  ", first)}{(rest == 0 ? "" : $"\n  and {rest} more")}
            """);
    }
}
