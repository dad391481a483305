namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// Says whether ratings can tell a model's raters apart, from who rated what with whom.
/// </summary>
/// <remarks>
/// A rater's parameters can be learned (are identified) when one of these holds:
/// <list type="number">
/// <item>the rater rated an item that at least three different raters rated. Three answers that are independent given the class identify
/// a latent-class model (Kruskal 1977; Allman, Matias and Rhodes 2009); repeated answers of one rater count once, for they repeat the
/// rater's habits;</item>
/// <item>for a model with one number a rater: the raters who share items in pairs form a ring of odd length (a with b, b with c, c with
/// a), for then every product of two accuracies that the agreement shows can be solved for each;</item>
/// <item>reference labels anchor the rater: items of every class with a reference, rated by this rater (any one item for a model with
/// one number a rater);</item>
/// <item>the rater shares an item with a rater who is identified.</item>
/// </list>
/// Every rater with a counted rating must be identified. The criterion is about what could be learned from many such items, not about
/// precision: few shared items still give poor estimates.
/// </remarks>
internal sealed class Identifiability
{
    private readonly ObservedRatings _data;
    private readonly bool _oneNumberARater;
    private readonly bool[] _identified;
    private readonly bool[] _itemReached;
    private readonly Queue<int> _toSpread = new();
    private readonly int[][] _itemsOfRater;

    /// <param name="oneNumberARater">True when the model has one number a rater that does not depend on the class.</param>
    public Identifiability(ObservedRatings data, bool oneNumberARater)
    {
        (_data, _oneNumberARater) = (data, oneNumberARater);
        _identified = new bool[data.Raters];
        _itemReached = new bool[data.Items];
        _itemsOfRater = ItemsOfRaters(data);
        FromTriples();
        FromAnchors();
        Spread();
        if (!oneNumberARater || NotIdentified.Count == 0) return;
        FromOddRings();
        Spread();
    }

    /// <summary>The raters with ratings.</summary>
    public IEnumerable<int> Active => Enumerable.Range(0, _data.Raters).Where(rater => _itemsOfRater[rater].Length > 0);

    /// <summary>The raters with ratings whose parameters cannot be learned.</summary>
    public IReadOnlyList<int> NotIdentified => [.. Active.Where(rater => !_identified[rater])];

    /// <summary>The most different raters that any one item has.</summary>
    public int MostRatersOfAnItem { get; private set; }

    private static int[][] ItemsOfRaters(ObservedRatings data)
    {
        var items = new List<int>[data.Raters];
        for (var rater = 0; rater < items.Length; rater++) items[rater] = [];
        for (var item = 0; item < data.Items; item++)
            for (var rating = data.Start[item]; rating < data.Start[item + 1]; rating++)
            {
                var own = items[data.Rater[rating]];
                if (own.Count == 0 || own[^1] != item) own.Add(item);
            }

        return [.. items.Select(own => own.ToArray())];
    }

    private void FromTriples()
    {
        for (var item = 0; item < _data.Items; item++)
        {
            var distinct = 0;
            for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++)
                if (rating == _data.Start[item] || _data.Rater[rating] != _data.Rater[rating - 1]) distinct++;
            MostRatersOfAnItem = Math.Max(MostRatersOfAnItem, distinct);
            if (distinct < 3) continue;
            for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++) Identify(_data.Rater[rating]);
        }
    }

    private void FromAnchors()
    {
        var seen = new bool[_data.Classes.Count];
        foreach (var rater in Active)
        {
            Array.Clear(seen);
            foreach (var item in _itemsOfRater[rater])
                if (_data.Anchor[item] != ObservedRatings.None) seen[_data.Anchor[item]] = true;
            if (_oneNumberARater ? seen.Contains(true) : !seen.Contains(false)) Identify(rater);
        }
    }

    /// <summary>
    /// Colours the raters two ways along the pairs; a pair of one colour closes an odd ring, and its whole component is identified. Called
    /// when triples have spread: items that are left have at most two raters.
    /// </summary>
    private void FromOddRings()
    {
        var colour = new int[_data.Raters];
        foreach (var start in Active)
        {
            if (_identified[start] || colour[start] != 0) continue;
            colour[start] = 1;
            var component = new List<int> { start };
            var odd = false;
            for (var next = 0; next < component.Count; next++)
                foreach (var item in _itemsOfRater[component[next]])
                    for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++)
                    {
                        var other = _data.Rater[rating];
                        if (other == component[next]) continue;
                        if (colour[other] == 0)
                        {
                            colour[other] = -colour[component[next]];
                            component.Add(other);
                        }
                        else if (colour[other] == colour[component[next]])
                        {
                            odd = true;
                        }
                    }

            if (odd) component.ForEach(Identify);
        }
    }

    private void Spread()
    {
        while (_toSpread.TryDequeue(out var rater))
            foreach (var item in _itemsOfRater[rater])
            {
                if (_itemReached[item]) continue;
                _itemReached[item] = true;
                for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++) Identify(_data.Rater[rating]);
            }
    }

    private void Identify(int rater)
    {
        if (_identified[rater]) return;
        _identified[rater] = true;
        _toSpread.Enqueue(rater);
    }
}
