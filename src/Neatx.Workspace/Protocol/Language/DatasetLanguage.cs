using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>datasets: tables of images with their patients and attributes.</summary>
internal static class DatasetLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");
    private static readonly TypedKey<TableSource> Table = Key.Required("table", TableLanguage.Shape, "The files of the dataset.");

    private static readonly ObjectShape<DatasetDefinition> Dataset = new(
        "dataset",
        "A table of images with their patients and attributes.",
        [Title, Table],
        fields => new(fields.Name, fields.Get(Title), fields.Get(Table)))
    {
        Check = fields =>
        {
            ColumnRules.Check(fields, Table, TableRole.Dataset);
            if (fields.Find(Table)?.Columns is { Findings.Count: 0, FindingList: null, FindingName: null })
                fields.Binding.Names.Declare(NameSpace.Unlabelled, fields.Name, fields.Place);
        },
    };

    public static MapShape<DatasetDefinition> Shape { get; } = new(NameShape.Plain, Dataset, NameSpace.Dataset);
}
