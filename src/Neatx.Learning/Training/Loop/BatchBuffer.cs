using static TorchSharp.torch;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// Room for one batch that libtorch reads in place: rows are written once, from where they are kept into what the network reads. A batch
/// is valid until the next one is written.
/// </summary>
internal sealed class BatchBuffer : IDisposable
{
    private readonly float[] _values;
    private readonly Tensor _tensor;
    private readonly long _size;

    /// <param name="rows">The most rows of a batch.</param>
    /// <param name="shape">Of one row.</param>
    public BatchBuffer(int rows, IReadOnlyList<long> shape)
    {
        _size = shape.Aggregate(1L, (product, side) => product * side);
        _values = GC.AllocateArray<float>(checked((int)(rows * _size)), pinned: true);
        _tensor = frombuffer(_values, ScalarType.Float32).reshape([rows, .. shape]).DetachFromDisposeScope();
    }

    /// <summary>Where to write a number of rows.</summary>
    public Memory<float> Room(int rows) => _values.AsMemory(0, checked((int)(rows * _size)));

    /// <summary>The first rows as a tensor on a device; the caller disposes it.</summary>
    public Tensor Take(int rows, Device device) => _tensor.narrow(0, 0, rows).to(device);

    public void Dispose() => _tensor.Dispose();
}
