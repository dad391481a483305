namespace Neatx.Imaging.Films;

/// <summary>Reads a file of bounded size into memory.</summary>
internal static class FileContent
{
    /// <exception cref="RefusedFilmException">It is missing, empty, too large, or cannot be opened.</exception>
    public static byte[] Of(string path, FilmLimits limits)
    {
        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(file);
            if (length == 0) throw new RefusedFilmException(RefusalReason.Truncated, "The file is empty.", "Get it again from its source.");
            if (length > limits.MaxBytes || length > Array.MaxLength)
                throw new RefusedFilmException(
                    RefusalReason.TooLarge, $"The file has {length:N0} bytes; at most {limits.MaxBytes:N0} are read.", "Leave it out, or convert it to PNG.");
            var content = GC.AllocateUninitializedArray<byte>((int)length);
            for (var at = 0; at < content.Length;)
            {
                var read = RandomAccess.Read(file, content.AsSpan(at), at);
                if (read == 0)
                    throw new RefusedFilmException(
                        RefusalReason.Truncated, "The file became shorter while it was read.", "Let whatever writes it finish first.");
                at += read;
            }

            return content;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedFilmException(RefusalReason.Missing, "There is no such file.", "Check the folder of the images and the name in the table.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedFilmException(
                RefusalReason.Unreadable,
                $"The file cannot be opened: {exception.Message.TrimEnd('.')}.",
                "Check that it is a file and may be read.");
        }
    }
}
