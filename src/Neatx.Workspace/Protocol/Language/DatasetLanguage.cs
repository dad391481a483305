using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>datasets: tables of images with their patients and attributes.</summary>
internal static class DatasetLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");
    private static readonly TypedKey<TableSource> Table = Key.Required("table", TableLanguage.Shape, "The files of the dataset.");

    private static readonly TypedKey<FilmSource> Images = Key.Optional("images", FilmLanguage.Shape, "Where the films are.");

    private static readonly ObjectShape<DatasetDefinition> Dataset = new(
        "dataset",
        "A table of images with their patients and attributes.",
        [Title, Table, Images],
        fields => new(fields.Name, fields.Get(Title), fields.Get(Table)) { Images = fields.Find(Images) })
    {
        Check = fields =>
        {
            ColumnRules.Check(fields, Table, TableRole.Dataset);
            foreach (var column in fields.Find(Table)?.Columns.Keep.Keys ?? []) fields.Binding.Names.Declare(NameSpace.KeptOf(fields.Name), column, fields.Place);
            if (fields.Has(Images)) fields.Binding.Names.Declare(NameSpace.Filmed, fields.Name, fields.Place);
            FilmLanguage.CheckPath(fields, Images, fields.Find(Table)?.Columns);
            if (fields.Find(Table)?.Columns is { Findings.Count: 0, FindingList: null, FindingName: null })
                fields.Binding.Names.Declare(NameSpace.Unlabelled, fields.Name, fields.Place);
        },
    };

    public static MapShape<DatasetDefinition> Shape { get; } = new(NameShape.Plain, Dataset, NameSpace.Dataset);
}
