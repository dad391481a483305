using System.Text;

namespace Neatx.Learning.Weights.Download;

/// <summary>
/// The beginning of a file that is being downloaded, NAME.part, and what identifies it at the server, NAME.part.tag. Held alone: a second download of the
/// same file finds it locked.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    private PartialFile(string path, FileStream stream) => (_path, _stream) = (path, stream);

    /// <summary>Bytes that are there.</summary>
    public long Length => _stream.Length;

    /// <summary>The server's tag of the content (an ETag), or null.</summary>
    public string? Tag => File.Exists(TagPath) ? File.ReadAllText(TagPath, Encoding.UTF8) : null;

    private string TagPath => $"{_path}.tag";

    /// <param name="target">The file that it becomes.</param>
    /// <exception cref="NeatxException">Another process is at it.</exception>
    public static PartialFile Open(string target)
    {
        var path = $"{target}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
            stream.Seek(0, SeekOrigin.End);
            return new PartialFile(path, stream);
        }
        catch (IOException locked) when (File.Exists(path))
        {
            throw new NeatxException($"'{path}' is being written by another neatx. Wait for it; then run this again.", locked);
        }
    }

    /// <summary>Empties it and remembers what is to come.</summary>
    public void Restart(string? tag)
    {
        _stream.SetLength(0);
        if (tag is null) File.Delete(TagPath);
        else AtomicFile.WriteText(TagPath, tag);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>What is there is on disk, to go on from.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Gives it its name. The file is the published one, or nothing is left and the reason comes back.</summary>
    public string? Finish(string target, PublicWeights weights)
    {
        Flush();
        _stream.Dispose();
        if (ContentCheck.Problem(_path, weights) is { } problem)
        {
            File.Delete(_path);
            File.Delete(TagPath);
            return problem;
        }

        File.Move(_path, target, overwrite: true);
        File.Delete(TagPath);
        return null;
    }

    public void Dispose()
    {
        // Where nothing came there is nothing to go on from.
        if (_stream.CanRead && _stream.Length == 0)
        {
            File.Delete(_path);
            File.Delete(TagPath);
        }

        _stream.Dispose();
    }
}
