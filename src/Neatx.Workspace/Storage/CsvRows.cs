using Sylvan.Data.Csv;

namespace Neatx.Workspace.Storage;

/// <summary>The records of a CSV text one after another, each with the line it begins at. Empty lines are passed over and counted.</summary>
public sealed class CsvRows : IDisposable
{
    private const int Decoded = 1 << 16;
    private readonly string name;
    private readonly int longest;
    private readonly CsvDataReader reader;
    private readonly Func<bool> read;
    private long next = 1;

    public CsvRows(TextReader text, string name, ReadLimits limits)
    {
        this.name = name;
        longest = limits.MaxLine;
        reader = Guarded(() => CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = ',',
            BufferSize = Decoded,
            // A single line is refused by the decoder first, whose message says that; what passes it is a quoted cell over many lines.
            MaxBufferSize = longest + (2 * Decoded),
            // A comment is no part of CSV; the text holds no NUL, so that no line begins with this character.
            Comment = '\0',
            ResultSetMode = ResultSetMode.SingleResult,
        }));
        read = reader.Read;
    }

    /// <summary>The line where the current record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The cells of the current record.</summary>
    public int Count => reader.RowFieldCount;

    /// <summary>Empty lines so far.</summary>
    public long Empty { get; private set; }

    /// <summary>A cell of the current record, unquoted; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> this[int index] => reader.GetFieldSpan(index);

    /// <summary>Goes to the next record; false after the last.</summary>
    /// <exception cref="NeatxException">The text is not CSV from here on.</exception>
    public bool Read()
    {
        while (Guarded(read))
        {
            var raw = reader.GetRawRecordSpan();
            Line = next;
            next += Lines(raw);
            if (reader.RowFieldCount > 1 || !raw.Trim("\r\n").IsEmpty) return true;
            Empty++;
        }

        return false;
    }

    public void Dispose() => reader.Dispose();

    private static int Lines(ReadOnlySpan<char> raw)
    {
        var lines = raw.Count('\n');
        return lines > 0 ? lines : raw.Count('\r');
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (CsvRecordTooLargeException exception)
        {
            throw new NeatxException($"{name}:{next}: the record that begins here is longer than {longest:N0} characters. "
                + "A quotation mark that is never closed is the usual cause; look for one in this line.", exception);
        }
        catch (CsvFormatException exception)
        {
            throw new NeatxException($"{name}:{next}: the record that begins here is not CSV: {exception.Message} "
                + "A quotation mark inside a quoted cell is written twice (\"\").", exception);
        }
    }
}
