using System.Runtime.InteropServices;
using Neatx.Imaging;

namespace Neatx.Learning.Training.Data;

/// <summary>
/// The prepared images of a run by row: in memory while they are few, else in a file of the run folder that is gone with this. What a killed
/// process leaves of it is cleared away by the next.
/// </summary>
internal sealed class PixelStore : IDisposable
{
    /// <summary>Beyond this they go to disk, where the system keeps in memory what there is room for.</summary>
    private const long MostInMemory = 1L << 30;

    private readonly List<PreparedImage> _images = [];
    private readonly FileStream? _file;
    private readonly int _size;
    private int _count;

    /// <param name="folder">The run folder.</param>
    /// <param name="size">Width and height of an image.</param>
    /// <param name="most">The most images there will be.</param>
    /// <param name="mostInMemory">Bytes of pixels.</param>
    public PixelStore(string folder, int size, int most, long mostInMemory = MostInMemory)
    {
        _size = size;
        if ((long)most * Bytes <= mostInMemory) return;
        var path = Path.Combine(folder, $".pixels.{Guid.NewGuid():N}.tmp");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
    }

    private int Bytes => _size * _size * sizeof(ushort);

    /// <summary>An image, by row.</summary>
    public PreparedImage this[int row]
    {
        get
        {
            if (_file is null) return _images[row];
            var pixels = new ushort[_size * _size];
            var read = RandomAccess.Read(_file.SafeFileHandle, MemoryMarshal.AsBytes(pixels.AsSpan()), (long)row * Bytes);
            return read == Bytes ? new PreparedImage(_size, pixels) : throw new IOException($"{_file.Name} was cut off while the run was at work");
        }
    }

    /// <summary>Takes the image of the next row.</summary>
    /// <exception cref="IOException">It cannot be written, for instance because the disk is full.</exception>
    public void Add(PreparedImage image)
    {
        if (_file is null) _images.Add(image);
        else RandomAccess.Write(_file.SafeFileHandle, MemoryMarshal.AsBytes(image.Pixels.Span), (long)_count * Bytes);
        _count++;
    }

    public void Dispose() => _file?.Dispose();
}
