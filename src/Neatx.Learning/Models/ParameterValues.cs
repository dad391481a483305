using Neatx.Core.Statistics;

namespace Neatx.Learning.Models;

/// <summary>
/// The values of a network's parameters by name, in managed memory: what weights files are read into, what ONNX graphs are written from, and
/// what a <see cref="ParameterSet"/> for libtorch is made of and gives back. Needs no libtorch.
/// </summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, float[]> _values;

    /// <param name="parameters">What the values are of, in order.</param>
    /// <param name="fill">Called once for each parameter with its values to be set, all 0 before; in C order, as torch keeps them.</param>
    public ParameterValues(IReadOnlyList<Parameter> parameters, Action<Parameter, float[]> fill)
    {
        Parameters = [.. parameters];
        _values = new Dictionary<string, float[]>(Parameters.Count, StringComparer.Ordinal);
        foreach (var parameter in Parameters)
        {
            var values = new float[parameter.Count];
            fill(parameter, values);
            _values.Add(parameter.Name, values);
        }
    }

    /// <summary>In the order of the network.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The values of one parameter in C order; not a copy.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public ReadOnlySpan<float> this[string name] => Array(name);

    /// <summary>As <see cref="this"/>, for what outlives a span.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public ReadOnlyMemory<float> Memory(string name) => Array(name);

    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>
    /// Values as torchvision draws them, of a seed. Each parameter has a stream of its own, found by its name: another head or another
    /// order changes nothing in the others, and every machine draws the same.
    /// </summary>
    public static ParameterValues Initialise(Network network, ulong seed) =>
        new(network.Parameters, (parameter, values) => Draw(parameter, seed, values));

    /// <summary>The initial values of one parameter.</summary>
    internal static void Draw(Parameter parameter, ulong seed, float[] values)
    {
        var (kind, scale) = parameter.Initial;
        var random = new RandomStream(seed, Stream(parameter.Name));
        switch (kind)
        {
            case InitialKind.Normal:
                for (var i = 0; i < values.Length; i++) values[i] = (float)(scale * random.NextGaussian());
                break;
            case InitialKind.Uniform:
                for (var i = 0; i < values.Length; i++) values[i] = (float)(scale * ((2 * random.NextDouble()) - 1));
                break;
            default:
                System.Array.Fill(values, (float)scale);
                break;
        }
    }

    /// <summary>FNV-1a of the name's characters: the same in every process, unlike string hash codes.</summary>
    private static ulong Stream(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name) hash = unchecked((hash ^ character) * 0x100000001B3);
        return hash;
    }

    private float[] Array(string name) => _values.TryGetValue(name, out var values)
        ? values
        : throw new KeyNotFoundException($"There is no parameter {name}.");
}
