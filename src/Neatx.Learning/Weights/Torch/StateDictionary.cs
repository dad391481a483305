using Neatx.Learning.Weights.Pickles;

namespace Neatx.Learning.Weights.Torch;

/// <summary>Finds the dictionary of tensors in what a file of PyTorch holds: it, or one within it such as 'state_dict' of a checkpoint.</summary>
/// <param name="Tensors">By name, in the order of the file.</param>
/// <param name="Notes">Where they were and what else was there, a phrase each.</param>
internal sealed record StateDictionary(IReadOnlyList<KeyValuePair<string, TorchTensor>> Tensors, IReadOnlyList<string> Notes)
{
    /// <summary>What checkpoints call weights, the most certain first.</summary>
    private static readonly string[] Usual = ["state_dict", "model_state_dict", "model_state", "model", "net", "network", "weights", "params"];

    /// <exception cref="InvalidDataException">There is none or it is open which is meant.</exception>
    public static StateDictionary Find(object? value, ReadLimits limits)
    {
        var found = new List<(string Path, PickleDictionary Dictionary)>();
        Search(value, "", 0, found, new HashSet<object>(ReferenceEqualityComparer.Instance), limits);
        if (found.Count == 0)
            throw new InvalidDataException("it holds no dictionary of tensors by name. Save one in Python: torch.save(model.state_dict(), \"weights.pth\")");
        var (path, chosen) = found.Find(candidate => candidate.Path.Length == 0) is { Dictionary: not null } whole ? whole
            : found.Count == 1 ? found[0]
            : Usual.Select(name => found.Find(candidate => candidate.Path == name)).FirstOrDefault(candidate => candidate.Dictionary is not null) is { Dictionary: not null } usual ? usual
            : throw new InvalidDataException($"it holds several dictionaries of tensors ({string.Join(", ", found.Take(5).Select(candidate => Wording.Quote(candidate.Path)))}) and none under a usual name. "
                + "Save the one that is meant in Python: torch.save(checkpoint[NAME], \"weights.pth\")");
        return Of(path, chosen, found, limits);
    }

    private static StateDictionary Of(string path, PickleDictionary chosen, List<(string Path, PickleDictionary Dictionary)> found, ReadLimits limits)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tensors = new List<KeyValuePair<string, TorchTensor>>();
        var others = new List<string>();
        foreach (var (key, value) in chosen.Items)
        {
            if (key is string { Length: > 0 } name && value is TorchTensor tensor)
            {
                if (!names.Add(name)) throw new InvalidDataException($"{Wording.Quote(name)} is in it twice, so it is open which of the two is meant");
                tensors.Add(new(name, tensor));
            }
            else
            {
                others.Add(key as string ?? "a key that is no text");
            }
        }

        if (tensors.Count > limits.MaxTensors) throw new InvalidDataException($"it holds more than {limits.MaxTensors:N0} tensors");
        var notes = new List<string>();
        if (path.Length > 0) notes.Add($"the tensors are those of {Wording.Quote(path)}");
        if (found.Count > 1) notes.Add($"not read: the tensors of {string.Join(", ", found.Where(other => other.Path != path).Take(5).Select(other => Wording.Quote(other.Path)))}");
        if (others.Count > 0) notes.Add($"not tensors, passed over: {string.Join(", ", others.Take(5).Select(Wording.Shorten))}{(others.Count > 5 ? $" and {others.Count - 5} more" : "")}");
        return new StateDictionary(tensors, notes);
    }

    /// <summary>Every container is looked into once, however often it is referred to, so that neither a ring nor a tree of shared parts makes this endless.</summary>
    private static void Search(object? value, string path, int depth, List<(string Path, PickleDictionary Dictionary)> found, HashSet<object> seen, ReadLimits limits)
    {
        if (value is not PickleDictionary dictionary || !seen.Add(value)) return;
        if (depth > limits.MaxDepth) throw new InvalidDataException($"its dictionaries lie more than {limits.MaxDepth} deep within one another");
        if (dictionary.Items.Exists(item => item is { Key: string { Length: > 0 }, Value: TorchTensor })) found.Add((path, dictionary));
        foreach (var (key, inner) in dictionary.Items)
            if (key is string name)
                Search(inner, path.Length == 0 ? name : $"{path}.{name}", depth + 1, found, seen, limits);
    }
}
