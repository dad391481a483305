namespace Neatx.Core.Campaign;

/// <summary>Answers in the order of their kinds, then of findings.</summary>
internal sealed class AnswerOrder : IComparer<AnswerKey>
{
    public static AnswerOrder Instance { get; } = new();

    public int Compare(AnswerKey x, AnswerKey y) => x.Kind == y.Kind ? x.Finding.CompareTo(y.Finding) : x.Kind.CompareTo(y.Kind);
}
