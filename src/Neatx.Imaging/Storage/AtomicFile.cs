namespace Neatx.Imaging.Storage;

/// <summary>Files that are either whole or not there: written beside their place, flushed to disk, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file through <paramref name="write"/>; on any failure the former content stays and no temporary file is left.</summary>
    public static void Write(string path, Action<Stream> write) => Replace(path, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Lets <paramref name="produce"/> make a file at a temporary path in the same folder (for libraries that open files themselves), flushes it and renames it to <paramref name="path"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="produce">Makes it at the path that it is given.</param>
    /// <param name="flush">False for one of many files that a reader knows to be whole or makes again: after a loss of power it may be cut short.</param>
    /// <exception cref="IOException">It cannot be written, for instance because the disk is full.</exception>
    public static void Replace(string path, Action<string> produce, bool flush = true)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            produce(temporary);
            if (flush)
            {
                using var handle = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName == "value")
        {
            // What .NET makes of EFBIG, which is no mistake of the caller's.
            throw new IOException($"the file system, or a limit on the size of files, takes no file as large as this: '{path}'", error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
