namespace Neatx.Core.Agreement;

/// <summary>Counts rating patterns by hashing: for any number of raters and categories. See <see cref="PatternTable"/>.</summary>
internal static class PatternHash
{
    /// <summary>The distinct rows in order, and the items of each; fills in the pattern of every item unless the span is empty.</summary>
    public static (byte[] Rows, long[] Counts) Count(RatingMatrix matrix, Span<int> patternOfItem)
    {
        var rows = new ItemRows(matrix);
        var numbers = new Dictionary<int, int>(rows);
        var firsts = new List<int>();
        var numberOfItem = new int[matrix.Items];
        for (var item = 0; item < numberOfItem.Length; item++)
        {
            if (!numbers.TryGetValue(item, out var number))
            {
                number = firsts.Count;
                firsts.Add(item);
                numbers.Add(item, number);
            }

            numberOfItem[item] = number;
        }

        var order = Enumerable.Range(0, firsts.Count).ToArray();
        order.AsSpan().Sort((left, right) => rows[firsts[left]].SequenceCompareTo(rows[firsts[right]]));
        var rank = new int[order.Length];
        for (var pattern = 0; pattern < order.Length; pattern++) rank[order[pattern]] = pattern;

        var counts = new long[order.Length];
        for (var item = 0; item < numberOfItem.Length; item++)
        {
            var pattern = rank[numberOfItem[item]];
            counts[pattern]++;
            if (!patternOfItem.IsEmpty) patternOfItem[item] = pattern;
        }

        return ([.. order.SelectMany(number => rows[firsts[number]].ToArray())], counts);
    }

    /// <summary>The matrix item by item; items are equal when their rows are.</summary>
    private sealed class ItemRows : IEqualityComparer<int>
    {
        private readonly int _raters;
        private readonly byte[] _cells;

        public ItemRows(RatingMatrix matrix)
        {
            _raters = matrix.Raters.Count;
            _cells = new byte[checked(matrix.Items * _raters)];
            for (var rater = 0; rater < _raters; rater++)
            {
                var column = matrix.Column(rater);
                for (var item = 0; item < column.Length; item++) _cells[(item * _raters) + rater] = column[item];
            }
        }

        public ReadOnlySpan<byte> this[int item] => _cells.AsSpan(item * _raters, _raters);

        public bool Equals(int x, int y) => this[x].SequenceEqual(this[y]);

        public int GetHashCode(int obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(this[obj]);
            return hash.ToHashCode();
        }
    }
}
