using System.Runtime.InteropServices;

namespace Neatx.Core.Campaign;

/// <summary>
/// For any two raters and a finding, how often which two answers fell on one image; kept up with every event, so that figures over hundreds
/// of thousands of images cost nothing to read. Answers are codes of <see cref="Labels.Rating"/>. A rater's own first and later ratings of
/// an image are a pair too.
/// </summary>
public sealed class PairTallies
{
    /// <summary>The number of codes of a rating.</summary>
    public const int Codes = 7;

    private readonly Dictionary<(int A, int B, int Finding), long[]> _counts = [];

    /// <summary>The pairs of raters with images in common, by number, A below or equal B.</summary>
    public IEnumerable<(int A, int B)> Pairs => _counts.Where(each => each.Value.Any(count => count > 0)).Select(each => (each.Key.A, each.Key.B)).Distinct().Order();

    /// <summary>Counts by code of A and code of B, row-major 7 x 7; all 0 for a pair without images in common.</summary>
    /// <exception cref="ArgumentException">The raters are not in order.</exception>
    public ReadOnlySpan<long> this[int a, int b, int finding] => a <= b
        ? _counts.GetValueOrDefault((a, b, finding), Empty)
        : throw new ArgumentException("The rater with the lower number comes first.", nameof(a));

    private static readonly long[] Empty = new long[Codes * Codes];

    /// <summary>Adds or takes away what two assignments of one image say.</summary>
    internal void Count(Assignment one, Assignment other, int sign)
    {
        // Repeats say something about their own rater only.
        if (one.Rater != other.Rater && (one.Occurrence > 0 || other.Occurrence > 0)) return;
        if (one.Rater == other.Rater && one.Occurrence > 0 && other.Occurrence > 0) return;
        var inOrder = one.Rater == other.Rater ? one.Occurrence < other.Occurrence : one.Rater.Number < other.Rater.Number;
        var (a, b) = inOrder ? (one, other) : (other, one);
        for (var finding = 0; finding < a.Grades.Length; finding++)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (a.Rater.Number, b.Rater.Number, finding), out _);
            counts ??= new long[Codes * Codes];
            counts[(a[finding].Code * Codes) + b[finding].Code] += sign;
        }
    }
}
