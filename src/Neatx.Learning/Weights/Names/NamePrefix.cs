namespace Neatx.Learning.Weights.Names;

/// <summary>
/// What stands before the names of a file and not before those of a network, or the other way round. Found by trying: the one that brings most names together, if
/// it brings more than without together, and more than half of the network's.
/// </summary>
/// <param name="Surplus">Stands before names of the file: "module.", "model.densenet121.", or nothing.</param>
/// <param name="Lacking">Stands before names of the network: "features." where only that part was saved, or nothing.</param>
internal readonly record struct NamePrefix(string Surplus, string Lacking)
{
    public static NamePrefix Of(IReadOnlyList<StoredTensor> tensors, IReadOnlyCollection<string> wanted)
    {
        var names = tensors.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        var surplus = Best(names, wanted.ToHashSet(StringComparer.Ordinal));
        var lacking = Best(wanted, names);
        var asTheyAre = wanted.Count(names.Contains);
        var least = Math.Max(asTheyAre, wanted.Count / 2);
        if (surplus.Count > least && surplus.Count >= lacking.Count) return new(surplus.Prefix, "");
        return lacking.Count > least ? new("", lacking.Prefix) : new("", "");
    }

    /// <summary>The names without what is too much and with what is lacking.</summary>
    public IReadOnlyList<StoredTensor> Change(IReadOnlyList<StoredTensor> tensors, List<string> notes)
    {
        if (Surplus.Length == 0 && Lacking.Length == 0) return tensors;
        var (surplus, lacking) = this;
        notes.Add(surplus.Length > 0 ? $"'{surplus}' taken from the beginning of names" : $"'{lacking}' put before names");
        return [.. tensors.Select(tensor => tensor.Named(tensor.Name.StartsWith(surplus, StringComparison.Ordinal) ? lacking + tensor.Name[surplus.Length..] : tensor.Name))];
    }

    /// <summary>The beginning without which most of the long names are among the short ones.</summary>
    private static (string Prefix, int Count) Best(IEnumerable<string> longer, HashSet<string> shorter)
    {
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in longer)
            for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
                if (shorter.Contains(name[(dot + 1)..]))
                    votes[name[..(dot + 1)]] = votes.GetValueOrDefault(name[..(dot + 1)]) + 1;
        return votes.Count == 0 ? ("", 0) : votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).Select(vote => (vote.Key, vote.Value)).First();
    }
}
