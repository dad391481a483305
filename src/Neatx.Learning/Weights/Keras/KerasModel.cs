namespace Neatx.Learning.Weights.Keras;

/// <summary>Keras' layers as modules of torchvision, for the networks of keras.applications that Neatx knows.</summary>
/// <param name="Tensors">Those of known layers renamed, the others as they were.</param>
/// <param name="Notes">What was done, a phrase each.</param>
internal sealed record KerasModel(IReadOnlyList<StoredTensor> Tensors, IReadOnlyList<string> Notes)
{
    /// <summary>The mapping that knows most layers, or null where none knows even a third.</summary>
    public static KerasModel? Map(IReadOnlyList<StoredTensor> tensors)
    {
        string[] layers = [.. tensors.Select(tensor => Split(tensor.Name).Layer).Distinct(StringComparer.Ordinal)];
        var best = ((KerasLayers[])[KerasDenseNet.Layers(layers), KerasResNet.Layers(layers), KerasInception.Layers(tensors)]).MaxBy(candidate => candidate.Modules.Count)!;
        return best.Modules.Count * 3 < layers.Length ? null : Map(tensors, best);
    }

    private static KerasModel Map(IReadOnlyList<StoredTensor> tensors, KerasLayers layers)
    {
        var modules = new Dictionary<string, string>(layers.Modules, StringComparer.Ordinal);
        // Whoever trained on called the new outputs as it came; where there is one dense layer it is the outputs.
        string[] dense = [.. tensors.Where(tensor => tensor.Shape.Count == 2).Select(tensor => Split(tensor.Name).Layer)];
        if (dense is [var only]) modules[only] = layers.Head;
        List<string> notes = [$"layers of Keras' {layers.Name} renamed to torchvision's"];
        var mapped = new List<StoredTensor>(tensors.Count);
        foreach (var tensor in tensors)
        {
            var (layer, part) = Split(tensor.Name);
            if (!modules.TryGetValue(layer, out var module) || KerasParts.Of(part) is not { } kind) mapped.Add(tensor);
            else mapped.Add(Adjusted(tensor, kind, layers).Named($"{module}.{KerasParts.TorchNameOf(kind)}"));
        }

        if (layers.EpsilonAdded > 0) notes.Add(FormattableString.Invariant($"{layers.EpsilonAdded} added to the variances of batch norms, which stood for the larger epsilon of this file's Keras"));
        return new KerasModel(mapped, notes);
    }

    /// <summary>(x - mean) / sqrt(variance + 1e-3) is (x - mean) / sqrt((variance + the difference) + 1.001e-5).</summary>
    private static StoredTensor Adjusted(StoredTensor tensor, KerasPart part, KerasLayers layers)
    {
        if (part != KerasPart.MovingVariance || layers.EpsilonAdded <= 0) return tensor;
        var values = tensor.ToFloats();
        for (var index = 0; index < values.Length; index++) values[index] = (float)(values[index] + layers.EpsilonAdded);
        return StoredTensor.Of(tensor.Name, tensor.Shape, values);
    }

    private static (string Layer, string Part) Split(string name) => (name[..name.LastIndexOf('/')], name[(name.LastIndexOf('/') + 1)..]);
}
