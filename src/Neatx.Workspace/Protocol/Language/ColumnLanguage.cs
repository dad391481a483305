using Neatx.Core.Labels;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>columns: which column of a table means what. What is written is laid over the columns of the table's format.</summary>
internal static class ColumnLanguage
{
    public static readonly TypedKey<string> FindingList = Key.Optional("finding_list", TextShape.Word, "The column that lists an image's findings.");

    public static readonly TypedKey<string> FindingName = Key.Optional(
        "finding_name", TextShape.Word, "The column that names the finding of this row, where a row is an image and a finding.");

    public static readonly TypedKey<OrderedDictionary<string, string>> Findings = Key.Optional(
        "findings",
        new EitherShape<OrderedDictionary<string, string>, IReadOnlyList<string>, OrderedDictionary<string, string>>(
            new MapShape<string>(ReferenceShape.Finding, TextShape.Word),
            map => map,
            new ListShape<string>(ReferenceShape.Finding, least: 1),
            Same),
        "The column of each finding: a map, or a list where the column is called like the finding. '{rater}' in a column stands for each rater.");

    public static readonly TypedKey<IReadOnlyList<string>> Raters = Key.Optional(
        "raters", new ListShape<string>(TextShape.Word, least: 1), "The raters whose columns stand side by side, in the order they are shown.");

    private static readonly TypedKey<bool> Header = Key.Optional(
        "header", BoolShape.Instance, "Whether the first line names the columns; without it they are called 1, 2, ...");

    private static readonly TypedKey<string> Image = Key.Optional("image", TextShape.Word, "The column of the image id.");
    private static readonly TypedKey<string> Patient = Key.Optional("patient", TextShape.Word, "The column of the patient id.");
    private static readonly TypedKey<string> Study = Key.Optional("study", TextShape.Word, "The column of the study id.");
    private static readonly TypedKey<string> Age = Key.Optional("age", TextShape.Word, "The column of the age: years, or 058Y, 011M, 001D.");
    private static readonly TypedKey<string> Sex = Key.Optional("sex", TextShape.Word, "The column of the sex.");
    private static readonly TypedKey<string> View = Key.Optional("view", TextShape.Word, "The column of the projection.");

    private static readonly TypedKey<string> Rater = Key.Optional("rater", TextShape.Word, "The column of the rater, where a row is one rater's.");

    private static readonly TypedKey<OrderedDictionary<string, string>> Keep = Key.Optional(
        "keep", new MapShape<string>(NameShape.Column, TextShape.Word), "Further columns to keep for predicates: name in SQL to column.");

    private static readonly TypedKey<string> Separator = Key.Optional(
        "separator", TextShape.Cell, "What separates the names in finding_list; left out where the cell is a Python list.");

    private static readonly TypedKey<string> Value = Key.Optional(
        "value", TextShape.Word, "The column of the value beside finding_name; left out where a row's existence means positive.");

    private static readonly TypedKey<OrderedDictionary<string, LabelState>> Values = Key.Optional(
        "values", ValueLanguage.Shape, "The cell texts that mean each state, compared without regard to case; any other text is a problem.");

    private static readonly TypedKey<IReadOnlyList<string>> NoFinding = Key.Optional(
        "no_finding", new ListShape<string>(TextShape.Cell, single: true), "Entries of finding_list that mean that there is none.");

    private static readonly TypedKey<bool> CombineRows = Key.Optional(
        "combine_rows", BoolShape.Instance, "Whether several rows of one image are expected: positive if any row is.");

    private static readonly TypedKey<bool> NormaliseNames = Key.Optional(
        "normalise_names", BoolShape.Instance, "Whether names in finding_list are stripped, lower-cased and deduplicated.");

    /// <summary>Binds to a change of the format's columns.</summary>
    public static ObjectShape<Func<ColumnMapping, ColumnMapping>> Shape { get; } = new(
        "column mapping",
        "Which column means what. Findings have a column each, or one column lists them, or each row names one.",
        [
            Header, Image, Patient, Study, Age, Sex, View, Rater, Raters, Keep, Findings,
            FindingList, Separator, NoFinding, NormaliseNames, FindingName, Value, Values, CombineRows,
        ],
        fields => format => Over(format, fields))
    {
        Rules = [new ExcludesRule(FindingList, Findings), new ExcludesRule(FindingName, Findings), new ExcludesRule(FindingName, FindingList), new ExcludesRule(Raters, Rater)],
        Check = fields =>
        {
            foreach (var name in (fields.Node(Keep) as MapNode)?.Entries ?? [])
            {
                if (ColumnMapping.OwnColumns.Contains(name.Key.Text, StringComparer.Ordinal))
                    fields.Report(Keep, $"the column {Wording.Quote(name.Key.Text)} is one that every table has; choose another name");
            }
        },
    };

    private static ColumnMapping Over(ColumnMapping format, Fields fields) => format with
    {
        Header = fields.FindValue(Header) ?? format.Header,
        Image = fields.Find(Image) ?? format.Image,
        Patient = fields.Find(Patient) ?? format.Patient,
        Study = fields.Find(Study) ?? format.Study,
        Age = fields.Find(Age) ?? format.Age,
        Sex = fields.Find(Sex) ?? format.Sex,
        View = fields.Find(View) ?? format.View,
        Rater = fields.Find(Rater) ?? format.Rater,
        Raters = fields.Find(Raters) ?? format.Raters,
        Keep = fields.Find(Keep) is { } keep ? Merge(format.Keep, keep) : format.Keep,
        Findings = fields.Find(Findings) ?? format.Findings,
        FindingList = fields.Find(FindingList) ?? format.FindingList,
        Separator = fields.Find(Separator) ?? format.Separator,
        NoFinding = fields.Find(NoFinding) ?? format.NoFinding,
        NormaliseNames = fields.FindValue(NormaliseNames) ?? format.NormaliseNames,
        FindingName = fields.Find(FindingName) ?? format.FindingName,
        Value = fields.Find(Value) ?? format.Value,
        Values = fields.Find(Values) ?? format.Values,
        CombineRows = fields.FindValue(CombineRows) ?? format.CombineRows,
    };

    private static OrderedDictionary<string, string> Same(IReadOnlyList<string> findings)
    {
        var columns = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var finding in findings) columns[finding] = finding;
        return columns;
    }

    private static OrderedDictionary<string, string> Merge(IReadOnlyDictionary<string, string> format, OrderedDictionary<string, string> keep)
    {
        var merged = new OrderedDictionary<string, string>(format, StringComparer.Ordinal);
        foreach (var (name, column) in keep) merged[name] = column;
        return merged;
    }
}
