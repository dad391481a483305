namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// The two loops over ratings that take the time of an iteration: a table of rows (one number a class), and for each rating the offset of
/// its row. Two classes, the everyday case, stay in registers.
/// </summary>
internal static class RowSums
{
    /// <summary>Adds the rows of the ratings to <paramref name="sum"/>.</summary>
    public static void AddTo(Span<double> sum, ReadOnlySpan<double> table, ReadOnlySpan<int> rows)
    {
        foreach (var offset in rows)
        {
            var row = table.Slice(offset, sum.Length);
            for (var @class = 0; @class < row.Length; @class++) sum[@class] += row[@class];
        }
    }

    /// <summary>As <see cref="AddTo(Span{double}, ReadOnlySpan{double}, ReadOnlySpan{int})"/>, each row times its weight.</summary>
    public static void AddTo(Span<double> sum, ReadOnlySpan<double> table, ReadOnlySpan<int> rows, ReadOnlySpan<double> weights)
    {
        for (var rating = 0; rating < rows.Length; rating++)
        {
            var row = table.Slice(rows[rating], sum.Length);
            for (var @class = 0; @class < row.Length; @class++) sum[@class] += weights[rating] * row[@class];
        }
    }

    /// <summary>As <see cref="AddTo(Span{double}, ReadOnlySpan{double}, ReadOnlySpan{int})"/> for two classes.</summary>
    public static void AddPairsTo(Span<double> sum, ReadOnlySpan<double> table, ReadOnlySpan<int> rows)
    {
        var (first, second) = (sum[0], sum[1]);
        foreach (var offset in rows)
        {
            var row = table.Slice(offset, 2);
            first += row[0];
            second += row[1];
        }

        (sum[0], sum[1]) = (first, second);
    }

    /// <summary>Adds <paramref name="share"/> to the row of each rating.</summary>
    public static void Spread(ReadOnlySpan<double> share, Span<double> table, ReadOnlySpan<int> rows)
    {
        foreach (var offset in rows)
        {
            var row = table.Slice(offset, share.Length);
            for (var @class = 0; @class < row.Length; @class++) row[@class] += share[@class];
        }
    }

    /// <summary>As <see cref="Spread(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{int})"/>, times the weight of each rating.</summary>
    public static void Spread(ReadOnlySpan<double> share, Span<double> table, ReadOnlySpan<int> rows, ReadOnlySpan<double> weights)
    {
        for (var rating = 0; rating < rows.Length; rating++)
        {
            var row = table.Slice(rows[rating], share.Length);
            for (var @class = 0; @class < row.Length; @class++) row[@class] += weights[rating] * share[@class];
        }
    }

    /// <summary>As <see cref="Spread(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{int})"/> for two classes.</summary>
    public static void SpreadPair(ReadOnlySpan<double> share, Span<double> table, ReadOnlySpan<int> rows)
    {
        var (first, second) = (share[0], share[1]);
        foreach (var offset in rows)
        {
            var row = table.Slice(offset, 2);
            row[0] += first;
            row[1] += second;
        }
    }
}
