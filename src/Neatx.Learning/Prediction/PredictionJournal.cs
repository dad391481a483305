using System.Text;
using System.Text.Json;

namespace Neatx.Learning.Prediction;

/// <summary>
/// What was scored so far, a JSON object a line beside the output, so that a stopped or killed run goes on where it was. A line that was not
/// written to its end is cut off when it is opened again.
/// </summary>
internal sealed class PredictionJournal : IDisposable
{
    private readonly FileStream _file;

    private PredictionJournal(FileStream file, Dictionary<string, ImageOutcome> known) => (_file, Known) = (file, known);

    /// <summary>By image.</summary>
    public Dictionary<string, ImageOutcome> Known { get; }

    public string Path => _file.Name;

    /// <summary>Opens a journal, or begins one where there is none or one of another model.</summary>
    /// <exception cref="NeatxException">Another run writes it.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static PredictionJournal Open(string path, JournalHead head)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        }
        catch (IOException held) when (File.Exists(path))
        {
            throw new NeatxException($"'{path}' is being written by another neatx predict. Wait for it, or write to another --out.", held);
        }

        var known = new Dictionary<string, ImageOutcome>(StringComparer.Ordinal);
        file.SetLength(ReadWhole(file, head, known));
        file.Position = file.Length;
        var journal = new PredictionJournal(file, known);
        if (file.Length == 0) journal.Write(JsonSerializer.SerializeToUtf8Bytes(head, CardJson.Default.JournalHead));
        return journal;
    }

    public void Add(ImageOutcome outcome)
    {
        Known[outcome.Image] = outcome;
        Write(JsonSerializer.SerializeToUtf8Bytes(outcome, CardJson.Default.ImageOutcome));
    }

    /// <summary>Hands what was added to the system, which keeps it whatever becomes of this process.</summary>
    public void Flush() => _file.Flush();

    public void Dispose() => _file.Dispose();

    /// <summary>Reads whole lines.</summary>
    /// <returns>Where the last one ends; 0 where the journal is of another model.</returns>
    private static long ReadWhole(FileStream file, JournalHead head, Dictionary<string, ImageOutcome> known)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var end = 0L;
        try
        {
            for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
            {
                var next = end + Encoding.UTF8.GetByteCount(line) + 1;
                if (next > file.Length) return end;
                if (end == 0)
                {
                    if (JsonSerializer.Deserialize(line, CardJson.Default.JournalHead) != head) return 0;
                }
                else if (JsonSerializer.Deserialize(line, CardJson.Default.ImageOutcome) is { } outcome)
                {
                    known[outcome.Image] = outcome;
                }

                end = next;
            }
        }
        catch (JsonException)
        {
            // The line that a killed process did not finish, or none of ours: what stands before it counts.
        }

        return end;
    }

    private void Write(byte[] line)
    {
        _file.Write(line);
        _file.WriteByte((byte)'\n');
    }
}
