using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// Room for one batch that libtorch reads in place: rows are written once, from where they are kept into what the network reads. A batch
/// is valid until the next one is written.
/// </summary>
internal sealed class BatchBuffer : IDisposable
{
    /// <summary>
    /// That of libtorch's own memory. Products of matrices take other paths, and round otherwise, where values lie otherwise: without it the
    /// same run would not give the same bits twice.
    /// </summary>
    private const int Alignment = 64;

    private readonly Memory<float> _values;
    private readonly Tensor _tensor;
    private readonly long _size;

    /// <param name="rows">The most rows of a batch.</param>
    /// <param name="shape">Of one row.</param>
    public BatchBuffer(int rows, IReadOnlyList<long> shape)
    {
        _size = shape.Aggregate(1L, (product, side) => product * side);
        var length = checked((int)(rows * _size));
        var values = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        var past = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(values, 0) % Alignment) / sizeof(float);
        var start = past == 0 ? 0 : (Alignment / sizeof(float)) - past;
        _values = values.AsMemory(start, length);
        _tensor = frombuffer(values, ScalarType.Float32, length, start).reshape([rows, .. shape]).DetachFromDisposeScope();
    }

    /// <summary>Where to write a number of rows.</summary>
    public Memory<float> Room(int rows) => _values[..checked((int)(rows * _size))];

    /// <summary>The first rows as a tensor on a device; the caller disposes it.</summary>
    public Tensor Take(int rows, Device device) => _tensor.narrow(0, 0, rows).to(device);

    public void Dispose() => _tensor.Dispose();
}
