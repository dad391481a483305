using System.Runtime.InteropServices;
using Neatx.Core.Labels;

namespace Neatx.Core.Agreement;

/// <summary>
/// How often two raters or label sets gave each pair of label states: all that any policy needs. Count once, then ask for the crosstab
/// <see cref="Under"/> one policy after another. Immutable.
/// </summary>
public sealed class StateCrosstab
{
    /// <summary>The label states, whose codes number the rows and columns.</summary>
    private const int States = 5;

    /// <summary>The number of cells: pairs of states.</summary>
    public const int Cells = States * States;

    private readonly long[] _counts;

    private StateCrosstab(long[] counts) => _counts = counts;

    /// <summary>Counts per cell; see <see cref="Cell"/>.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    public long this[LabelState a, LabelState b] => _counts[Cell(a, b)];

    /// <summary>The number of a pair of states, 0 to 24, row-major; what <see cref="Statistics.ClusterTally"/> takes.</summary>
    public static int Cell(LabelState a, LabelState b) => ((int)a * States) + (int)b;

    /// <summary>Counts two lists of labels of the same items in the same order.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static StateCrosstab Of(ReadOnlySpan<LabelState> a, ReadOnlySpan<LabelState> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"Expected {a.Length} labels of the second rater, got {b.Length}.", nameof(b));

        // Four tables side by side: most items fall in one cell, and an increment would wait for the one before it.
        var tables = new long[4 * Cells];
        var left = MemoryMarshal.AsBytes(a);
        var right = MemoryMarshal.AsBytes(b);
        var item = 0;
        for (; item + 3 < left.Length; item += 4)
        {
            tables[(left[item] * States) + right[item]]++;
            tables[Cells + (left[item + 1] * States) + right[item + 1]]++;
            tables[(2 * Cells) + (left[item + 2] * States) + right[item + 2]]++;
            tables[(3 * Cells) + (left[item + 3] * States) + right[item + 3]]++;
        }

        for (; item < left.Length; item++) tables[(left[item] * States) + right[item]]++;
        var counts = new long[Cells];
        for (var cell = 0; cell < tables.Length; cell++) counts[cell % Cells] += tables[cell];
        return new StateCrosstab(counts);
    }

    /// <summary>A crosstab from counts per cell, for instance the totals of clusters.</summary>
    /// <exception cref="ArgumentException">There are not 25 counts, or one is negative.</exception>
    public static StateCrosstab Of(ReadOnlySpan<long> counts)
    {
        if (counts.Length != Cells) throw new ArgumentException($"Expected {Cells} counts, got {counts.Length}.", nameof(counts));
        foreach (var count in counts)
            if (count < 0) throw new ArgumentException($"A count is not negative, got {count}.", nameof(counts));
        return new StateCrosstab(counts.ToArray());
    }

    /// <summary>The crosstab of what a policy keeps.</summary>
    public Crosstab Under(AgreementPolicy policy)
    {
        var size = policy.Categories.Count;
        var kept = new long[size * size];
        var map = Map(policy);
        for (var cell = 0; cell < Cells; cell++)
            if (map[cell] is { } target)
                kept[target] += _counts[cell];
        return new Crosstab(policy.Categories, kept);
    }

    /// <summary>
    /// For each of the 25 cells the cell of the policy's crosstab, or null where the item is dropped; what
    /// <see cref="Statistics.ClusterClasses.Fold"/> takes.
    /// </summary>
    public static int?[] Map(AgreementPolicy policy)
    {
        var size = policy.Categories.Count;
        var map = new int?[Cells];
        for (var cell = 0; cell < Cells; cell++)
        {
            var (a, b) = (policy.CategoryOf((LabelState)(cell / States)), policy.CategoryOf((LabelState)(cell % States)));
            if (a >= 0 && b >= 0) map[cell] = (a * size) + b;
        }

        return map;
    }
}
