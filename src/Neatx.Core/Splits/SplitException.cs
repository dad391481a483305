namespace Neatx.Core.Splits;

/// <summary>A split that would leak, or cannot be made as asked.</summary>
public sealed class SplitException : Exception
{
    private const int Shown = 5;

    /// <param name="problems">At least one.</param>
    public SplitException(IReadOnlyList<SplitProblem> problems)
        : base(Text(problems)) => Problems = problems;

    public IReadOnlyList<SplitProblem> Problems { get; }

    private static string Text(IReadOnlyList<SplitProblem> problems)
    {
        var lines = problems.Take(Shown).Select(problem => problem.Message);
        return string.Join(Environment.NewLine, problems.Count > Shown ? lines.Append($"… and {problems.Count - Shown} more.") : lines);
    }
}
