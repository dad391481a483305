using Neatx.Core.Campaign;
using Neatx.Web.Exchange;

namespace Neatx.Web.Films;

/// <summary>The lines along tubes and the boxes that the reference standard draws on films of the training. Immutable.</summary>
internal sealed class ExpertMarks
{
    private readonly Dictionary<(string Image, string Finding), (string? Line, string? Box)> _marks = [];

    /// <summary>Null for what is not drawn. Coordinates as in <see cref="MarkShape"/>.</summary>
    public (string? Line, string? Box) this[string image, string finding] => _marks.GetValueOrDefault((image, finding));

    /// <summary>Reads a CSV file with the columns image, finding, line and box; without a file there are none.</summary>
    /// <param name="file">UTF-8; images by their name in the dataset.</param>
    /// <param name="findings">Of the campaign.</param>
    /// <exception cref="NeatxException">The file cannot be read, or a cell is not what it should be; the message names the place.</exception>
    public static ExpertMarks Of(string? file, IReadOnlyList<CampaignFinding> findings)
    {
        var marks = new ExpertMarks();
        if (file is null) return marks;
        var names = findings.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        try
        {
            using var text = new StreamReader(file);
            using var rows = new CsvTable(text, file, "image", "finding", "line", "box");
            while (rows.Read()) marks.Add(rows, file, names);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"The expert's marks {file} cannot be read: {error.Message} Correct 'gold.marks' in the protocol's campaign.", error);
        }

        return marks;
    }

    private void Add(CsvTable rows, string file, HashSet<string> findings)
    {
        if (!findings.Contains(rows["finding"])) throw Mistake("finding", $"one of the campaign's findings ({string.Join(", ", findings.Order(StringComparer.Ordinal))})");
        var (line, box) = (rows.Optional("line"), rows.Optional("box"));
        if (line is not null && !MarkShape.IsLine(line)) throw Mistake("line", MarkShape.LineWords);
        if (box is not null && !MarkShape.IsBox(box)) throw Mistake("box", MarkShape.BoxWords);
        if (!_marks.TryAdd((rows["image"], rows["finding"]), (line, box))) throw Mistake("image", "an image and finding that no row above has");

        NeatxException Mistake(string column, string expected) =>
            new($"{file}:{rows.Line}, column '{column}': expected {expected}, found '{rows[column]}'. Correct the cell and start the server again.");
    }
}
