namespace Neatx.Learning.Weights.Keras;

/// <summary>Which of torchvision's modules layers of Keras are.</summary>
/// <param name="Name">Of the network.</param>
/// <param name="Head">torchvision's name of its outputs.</param>
/// <param name="Modules">Layer to module.</param>
/// <param name="EpsilonAdded">To be added to the variances of batch norms so that they mean the same with the epsilon of today.</param>
internal sealed record KerasLayers(string Name, string Head, IReadOnlyDictionary<string, string> Modules, double EpsilonAdded = 0)
{
    /// <summary>The layers that <paramref name="map"/> knows.</summary>
    public static KerasLayers Of(string name, string head, IEnumerable<string> layers, Func<string, string?> map, double epsilonAdded = 0)
    {
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in layers)
            if (map(layer) is { } module)
                modules.Add(layer, module);
        return new KerasLayers(name, head, modules, epsilonAdded);
    }
}
