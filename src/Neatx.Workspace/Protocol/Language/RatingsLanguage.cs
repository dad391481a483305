using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>ratings: what raters said, in the order of rating.</summary>
internal static class RatingsLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");
    private static readonly TypedKey<string> Dataset = Key.Optional("dataset", ReferenceShape.Dataset, "The dataset whose images were rated.");
    private static readonly TypedKey<TableSource> Table = Key.Required("table", TableLanguage.Shape, "Where the ratings are, in the order of rating.");

    private static readonly TypedKey<bool> States = Key.Defaulted(
        "states", BoolShape.Instance, false, "Whether cells hold states, by columns.values, rather than certainties (0, .25, .5, .75, 1, INVALID).");

    private static readonly ObjectShape<RatingsDefinition> Ratings = new(
        "ratings table",
        "Ratings by named raters.",
        [Title, Dataset, Table, States],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Dataset = fields.Find(Dataset),
            Table = fields.Get(Table),
            States = fields.Get(States),
        })
    {
        Check = fields =>
        {
            ColumnRules.Check(fields, Table, fields.FindValue(States) == true ? TableRole.States : TableRole.Grades);
            OriginRule.Declare(fields, fields.Find(Dataset));
            foreach (var rater in fields.Find(Table)?.Columns.Raters ?? [])
                fields.Binding.Names.Declare(NameSpace.RaterOf(fields.Name), rater, fields.Place);
        },
    };

    public static MapShape<RatingsDefinition> Shape { get; } = new(NameShape.Plain, Ratings, NameSpace.Ratings);
}
