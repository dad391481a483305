using System.IO.Compression;
using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Storage;

/// <summary>
/// A text file from outside, plain, gzip or zip by its content, opened under <see cref="ReadLimits"/>. Its bytes on disk are hashed in the
/// same pass (a zip is hashed first, as its directory stands at its end).
/// </summary>
public sealed class TableFile : IDisposable
{
    private readonly string name;
    private readonly string path;
    private readonly ExpansionGuard guard;
    private readonly HashedFileStream? bytes;
    private ZipArchive? archive;
    private InputFile? hashed;

    private TableFile(string path, string name, ReadLimits limits)
    {
        this.path = path;
        this.name = name;
        var start = Peek();
        if (start.IsEmpty) throw new NeatxException($"{name} is empty; a table was expected.");
        if (FileSignature.WhyNoTable(start) is { } why) throw new NeatxException($"{name} is not a table: {why}.");
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !FileSignature.IsGzip(start))
            throw new NeatxException($"{name} is named .gz, but its content is not gzip. Download it again, or rename it if it is plain text.");

        if (FileSignature.IsZip(start))
        {
            guard = new ExpansionGuard(OpenZip(), () => hashed!.Bytes, limits);
        }
        else
        {
            bytes = new HashedFileStream(path);
            Total = bytes.Size;
            guard = new ExpansionGuard(FileSignature.IsGzip(start) ? new WholeGzipStream(bytes) : bytes, () => bytes.Count, limits);
        }

        Text = new Utf8TextReader(new ReadAheadStream(guard), name, limits);
    }

    /// <summary>The decoded text; reading it throws <see cref="NeatxException"/> with the place where the file is not as it should be.</summary>
    public TextReader Text { get; }

    /// <summary>The bytes there are to read: of the file on disk, or of a zip's content.</summary>
    public long Total { get; private set; }

    /// <summary>Of <see cref="Total"/>, those that were read.</summary>
    public long Done => bytes?.Count ?? guard.Count;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="NeatxException">It is not there, empty, or something that is no table.</exception>
    public static TableFile Open(string path, string name, ReadLimits limits)
    {
        try
        {
            return new TableFile(path, name, limits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"{name} cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Size and hash of the whole file on disk.</summary>
    public InputFile Finish() => hashed ??= new InputFile(name, bytes!.Size, bytes.Finish());

    public void Dispose()
    {
        // The text closes what it reads from.
        Text.Dispose();
        archive?.Dispose();
    }

    private ReadOnlySpan<byte> Peek()
    {
        using var file = File.OpenRead(path);
        var start = new byte[FileSignature.Length];
        return start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    private WholeZipEntryStream OpenZip()
    {
        using (var whole = new HashedFileStream(path)) hashed = new InputFile(name, whole.Size, whole.Finish());
        try
        {
            archive = ZipFile.OpenRead(path);
            var entry = ZipTable.Find(archive, name);
            Total = entry.Length;
            return new WholeZipEntryStream(entry);
        }
        catch (InvalidDataException exception)
        {
            archive?.Dispose();
            throw new NeatxException($"{name} is cut off or damaged: it begins as a zip file, but has no readable directory at its end. "
                + "Download it again.", exception);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }
}
