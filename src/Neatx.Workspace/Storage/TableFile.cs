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
    private readonly List<IDisposable> open = [];
    private readonly Func<long> done;
    private HashedFileStream? bytes;
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

        Stream content;
        if (FileSignature.IsZip(start))
        {
            content = OpenZip();
            var size = Total;
            done = () => Math.Min(size, ((ExpansionGuard)open[^1]).Count);
        }
        else
        {
            bytes = new HashedFileStream(path);
            open.Add(bytes);
            Total = bytes.Size;
            content = FileSignature.IsGzip(start) ? new WholeGzipStream(bytes) : bytes;
            done = () => bytes.Count;
        }

        var guarded = new ExpansionGuard(content, () => bytes?.Count ?? hashed!.Bytes, limits);
        open.Add(guarded);
        Text = new Utf8TextReader(guarded, name, limits);
    }

    /// <summary>The decoded text; reading it throws <see cref="NeatxException"/> with the place where the file is not as it should be.</summary>
    public TextReader Text { get; }

    /// <summary>The bytes there are to read: of the file on disk, or of a zip's content.</summary>
    public long Total { get; private set; }

    /// <summary>Of <see cref="Total"/>, those that were read.</summary>
    public long Done => done();

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
        for (var i = open.Count - 1; i >= 0; i--) open[i].Dispose();
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
            var archive = ZipFile.OpenRead(path);
            open.Add(archive);
            var entry = ZipTable.Find(archive, name);
            Total = entry.Length;
            return new WholeZipEntryStream(entry);
        }
        catch (InvalidDataException exception)
        {
            Dispose();
            throw new NeatxException($"{name} is cut off or damaged: it begins as a zip file, but has no readable directory at its end. "
                + "Download it again.", exception);
        }
    }
}
