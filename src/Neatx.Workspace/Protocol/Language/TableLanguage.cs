using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>table: the files of one table and how to read them.</summary>
internal static class TableLanguage
{
    private static readonly TableSource Defaults = new() { Files = [], Format = TableFormats.Csv };

    public static readonly TypedKey<Func<ColumnMapping, ColumnMapping>> Columns = Key.Optional(
        "columns", ColumnLanguage.Shape, "Which column means what, laid over the format's own columns.");

    private static readonly TypedKey<IReadOnlyList<string>> Files = Key.Required(
        "files",
        new ListShape<string>(TextShape.Line, least: 1, single: true),
        "The files, read one after another as one table; relative to --data or else to the protocol's folder. Plain, .gz or .zip.");

    private static readonly TypedKey<TableFormat> Format = Key.Required(
        "format",
        new WordShape<TableFormat>("a format", [.. TableFormats.All.Select(format => new Word<TableFormat>(format.Name, format, format.Description))]),
        "The format, which brings its columns along.");

    private static readonly TypedKey<bool> Optional = Key.Defaulted(
        "optional", BoolShape.Instance, false, "Whether the files may be absent; what depends on them is then not computable here.");

    private static readonly TypedKey<string> Obtain = Key.Optional("obtain", TextShape.Line, "Where the files are to be had.");
    private static readonly TypedKey<string> Citation = Key.Optional("citation", TextShape.Line, "What to cite when these data are used.");
    private static readonly TypedKey<string> Terms = Key.Optional("terms", TextShape.Line, "The terms of use.");

    private static readonly TypedKey<ProblemPolicy> OnProblem = Key.Defaulted(
        "on_problem",
        new WordShape<ProblemPolicy>("a way with unreadable rows", [
            new("fail", ProblemPolicy.Fail, "Set them aside and list them; fail past max_problem_share."),
            new("quarantine", ProblemPolicy.Quarantine, "Set them aside and list them, however many."),
        ]),
        ProblemPolicy.Fail,
        "What to do about rows that cannot be read.");

    private static readonly TypedKey<double> MaxProblemShare = Key.Defaulted(
        "max_problem_share", new ShareShape(bounds: true), Defaults.MaxProblemShare, "The share of such rows above which reading fails.");

    public static ObjectShape<TableSource> Shape { get; } = new(
        "table",
        "The files of one table and how to read them.",
        [Files, Format, Columns, Optional, Obtain, Citation, Terms, OnProblem, MaxProblemShare],
        Build)
    {
        Check = fields =>
        {
            CheckFiles(fields);
            if (fields.Has(MaxProblemShare) && fields.FindValue(OnProblem) == ProblemPolicy.Quarantine)
                fields.Report(MaxProblemShare, "conflicts with 'on_problem: quarantine', which sets rows aside however many; keep one of the two");
        },
    };

    private static TableSource Build(Fields fields)
    {
        var format = fields.Get(Format);
        var files = fields.Get(Files).Select(file => Absolute(file, fields.Binding)).ToList();
        return new()
        {
            Files = files,
            Format = format.Name,
            Columns = fields.Find(Columns) is { } change ? change(format.Columns) : format.Columns,
            Optional = fields.Get(Optional),
            AbsentFiles = [.. files.Where(file => !File.Exists(file))],
            Obtain = fields.Find(Obtain),
            Citation = fields.Find(Citation),
            Terms = fields.Find(Terms),
            OnProblem = fields.Get(OnProblem),
            MaxProblemShare = fields.Get(MaxProblemShare),
        };
    }

    private static void CheckFiles(Fields fields)
    {
        var nodes = fields.Node(Files) switch
        {
            ScalarNode single => [single],
            ListNode list => list.Items.OfType<ScalarNode>().ToList(),
            _ => [],
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => node.Kind == ScalarKind.Text))
        {
            if (FileMistake(node.Text, fields, seen) is { } mistake)
                fields.Binding.Under(Files.Name, () => fields.Binding.Report(node.Place, mistake));
        }
    }

    private static string? FileMistake(string file, Fields fields, HashSet<string> seen)
    {
        if (string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal) || fields.Binding.DataRoot is null) return null;
        var path = Absolute(file, fields.Binding);
        if (!seen.Add(path)) return $"the file {Wording.Quote(file)} is named twice; its rows would count twice";
        if (Directory.Exists(path)) return $"expected a file, found the folder {Wording.Quote(file)}";
        if (File.Exists(path) || fields.FindValue(Optional) == true) return null;
        var folder = Path.GetDirectoryName(path);
        var near = Directory.Exists(folder) ? Wording.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)) : null;
        var meant = near is null ? "." : $"; did you mean {Wording.Quote(near)}?";
        var obtain = fields.Find(Obtain) is { } source ? $" The file is to be had from {source}." : "";
        return $"expected the file {Wording.Quote(file)} in {fields.Binding.DataRoot}, found none{meant} Check --data, or mark the table 'optional: true'.{obtain}";
    }

    private static string Absolute(string file, Binding binding) => Path.GetFullPath(file, binding.DataRoot ?? Path.GetFullPath("."));
}
