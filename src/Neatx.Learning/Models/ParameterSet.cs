using System.Runtime.InteropServices;
using Neatx.Learning.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>The parameters of a network as libtorch's tensors, by torchvision's names. Owns the tensors.</summary>
public sealed class ParameterSet : IDisposable
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Copies the values into tensors of its own.</summary>
    /// <param name="values">What they begin as.</param>
    /// <param name="device">Where the tensors are; this machine's processors when null.</param>
    /// <exception cref="TorchMissingException">libtorch cannot be loaded here.</exception>
    public ParameterSet(ParameterValues values, Device? device = null)
    {
        TorchRuntime.EnsureStarted();
        Parameters = values.Parameters;
        foreach (var parameter in Parameters)
        {
            var made = empty([.. parameter.Shape.Select(side => (long)side)], ScalarType.Float32, device);
            // Optimisers take torch's parameters and no other tensors.
            if (!parameter.IsStatistic) made = new TorchSharp.Modules.Parameter(made, requires_grad: false);
            _tensors.Add(parameter.Name, made.DetachFromDisposeScope());
            Write(parameter.Name, values[parameter.Name]);
        }
    }

    /// <summary>In the order of the network.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The tensor itself, not a copy; the set stays its owner.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Tensor this[string name] => Find(name) ?? throw new KeyNotFoundException($"There is no parameter {name}.");

    /// <summary>The tensor, or null where there is none of that name.</summary>
    public Tensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>Drawn from a seed; see <see cref="ParameterValues.Initialise"/>.</summary>
    /// <exception cref="TorchMissingException">libtorch cannot be loaded here.</exception>
    public static ParameterSet Initialise(Network network, ulong seed) => new(ParameterValues.Initialise(network, seed));

    /// <summary>A copy of all values as they are now.</summary>
    public ParameterValues ToValues() => new(Parameters, (parameter, values) => Read(parameter.Name, values));

    /// <summary>Replaces the values of one parameter; the tensor stays, and with it what an optimiser knows of it.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values.</exception>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public void Write(string name, ReadOnlySpan<float> values)
    {
        var target = this[name];
        if (values.Length != target.numel()) throw new ArgumentException($"Parameter {name} has {target.numel():D} values, found {values.Length:D}.", nameof(values));
        if (target.device_type == DeviceType.CPU)
        {
            MemoryMarshal.AsBytes(values).CopyTo(target.bytes);
            return;
        }

        using var untracked = no_grad();
        using var source = tensor(values.ToArray(), target.shape, ScalarType.Float32);
        target.copy_(source);
    }

    public void Dispose()
    {
        foreach (var each in _tensors.Values) each.Dispose();
        _tensors.Clear();
    }

    private void Read(string name, float[] values)
    {
        using var scope = NewDisposeScope();
        MemoryMarshal.Cast<byte, float>(this[name].cpu().bytes).CopyTo(values);
    }
}
