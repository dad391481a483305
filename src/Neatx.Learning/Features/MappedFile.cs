using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Neatx.Learning.Features;

/// <summary>A file mapped into memory for reading, as long as it was when it was mapped.</summary>
internal sealed unsafe partial class MappedFile : IDisposable
{
    /// <summary>MADV_DONTNEED, the same number on Linux and macOS.</summary>
    private const int DoNotNeed = 4;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <exception cref="IOException">It cannot be mapped.</exception>
    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        _file = MemoryMappedFile.CreateFromFile(stream, mapName: null, Length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public long Length { get; }

    /// <exception cref="ArgumentOutOfRangeException">They are not within the file.</exception>
    public ReadOnlySpan<byte> Bytes(long offset, int count)
    {
        if (offset < 0 || offset + count > Length) throw new ArgumentOutOfRangeException(nameof(offset), offset, $"Expected a place within {Length:D} bytes.");
        return new ReadOnlySpan<byte>(_start + offset, count);
    }

    /// <summary>Takes the pages out of this process; they stay in the system's cache as long as there is room.</summary>
    public void Release()
    {
        if (!OperatingSystem.IsWindows()) _ = Advise(_start, (nuint)Length, DoNotNeed);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
