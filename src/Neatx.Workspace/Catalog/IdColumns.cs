using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>The first columns of every staged table of labels or ratings: row, line, file, image, patient.</summary>
internal sealed class IdColumns(ColumnMapping mapping)
{
    /// <summary>Their declaration in SQL.</summary>
    public const string Sql = "\"row\" BIGINT, line BIGINT, file INTEGER, image VARCHAR, patient VARCHAR";

    /// <summary>How many there are; what follows begins at this index.</summary>
    public const int Count = 5;

    private int image;
    private int? patient;

    public void Bind(CsvHeader header)
    {
        image = header.Find(mapping.Image ?? throw new NeatxException("The table needs the column of its images: image: in the column mapping."));
        patient = mapping.Patient is { } column ? header.Find(column) : null;
    }

    /// <summary>Sets them; a row without an image is a problem.</summary>
    public void Set(TableRow row, ChunkAppender appender)
    {
        appender.Set(0, row.Number);
        appender.Set(1, row.Line);
        appender.Set(2, row.FileIndex);
        var id = row[image];
        appender.Set(3, id);
        appender.Set(4, patient is { } column ? row[column] : []);
        if (id.IsEmpty) row.Problem("missing-image", image, id, "the id of the image", "Give the row its id, or remove it.");
    }
}
