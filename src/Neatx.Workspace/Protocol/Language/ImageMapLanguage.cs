using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>image_map: which image of the dataset an id of a label file means.</summary>
internal static class ImageMapLanguage
{
    private static readonly TypedKey<TableSource> Table = Key.Required("table", TableLanguage.Shape, "The files of the map, in format csv.");
    private static readonly TypedKey<string> From = Key.Required("from", TextShape.Word, "The column of the label file's ids.");
    private static readonly TypedKey<string> To = Key.Required("to", TextShape.Word, "The column of the dataset's image ids.");

    private static readonly TypedKey<string> Where = Key.Optional(
        "where", TextShape.Line, "SQL over the map's columns; rows that do not satisfy it are dropped and counted.");

    private static readonly TypedKey<string> Prefer = Key.Optional(
        "prefer", TextShape.Line, "SQL; of several rows that claim one image, the one that sorts first is kept and the others are counted.");

    public static ObjectShape<ImageMap> Shape { get; } = new(
        "image map",
        "A table that translates image ids.",
        [Table, From, To, Where, Prefer],
        fields => new(fields.Get(Table), fields.Get(From), fields.Get(To))
        {
            Where = fields.Find(Where),
            Prefer = fields.Find(Prefer),
        })
    {
        Check = fields => ColumnRules.Check(fields, Table, TableRole.ImageMap),
    };
}
