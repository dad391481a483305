namespace Neatx.Imaging.Storage;

/// <summary>A text file that is written bit by bit and appears whole at its place when <see cref="Commit"/> is called; disposed without, it leaves nothing.</summary>
public sealed class PendingFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly StreamWriter writer;
    private bool committed;

    public PendingFile(string path)
    {
        this.path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(this.path)!;
        Directory.CreateDirectory(folder);
        temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        writer = new StreamWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    public void Write(string text) => writer.Write(text);

    /// <summary>Flushes to disk and renames.</summary>
    public void Commit()
    {
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        writer.Dispose();
        File.Move(temporary, path, overwrite: true);
        committed = true;
    }

    public void Dispose()
    {
        if (committed) return;
        writer.Dispose();
        File.Delete(temporary);
    }
}
