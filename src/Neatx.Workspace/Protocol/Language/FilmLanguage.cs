using System.Text.RegularExpressions;
using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>images: where the films of a dataset are.</summary>
internal static partial class FilmLanguage
{
    private static readonly FilmSource Defaults = new() { Folders = [] };

    private static readonly TypedKey<IReadOnlyList<string>> Folders = Key.Required(
        "folders",
        new ListShape<string>(TextShape.Line, least: 1, single: true),
        "The folder, or several that are looked through in order; relative to --data or else to the protocol's folder.");

    public static readonly TypedKey<string> Path = Key.Defaulted(
        "path", TextShape.Line, Defaults.Path, "The path of a film below a folder, with columns of the dataset in braces.");

    private static readonly TypedKey<PreprocessingOptions> Preprocessing = Key.Optional(
        "preprocessing", PreprocessingLanguage.Shape, "How a film becomes the input of a network; left out, as in the NEATX paper.");

    private static readonly TypedKey<bool> Optional = Key.Defaulted(
        "optional", BoolShape.Instance, false, "Whether the folders may be absent; what depends on the films is then not to be had here.");

    private static readonly TypedKey<string> Obtain = Key.Optional("obtain", TextShape.Line, "Where the films are to be had.");
    private static readonly TypedKey<string> Terms = Key.Optional("terms", TextShape.Line, "The terms of use.");

    private static readonly TypedKey<int?> Duplicates = Key.Defaulted(
        "duplicates",
        new OffOrWholeShape(0, 47),
        Defaults.Duplicates,
        "The largest distance of perceptual hashes, in bits of 256, at which films are listed as near-duplicates; off looks for none.");

    public static ObjectShape<FilmSource> Shape { get; } = new(
        "images",
        "Where the films of a dataset are, and how they become the input of a network.",
        [Folders, Path, Preprocessing, Optional, Obtain, Terms, Duplicates],
        fields =>
        {
            var folders = fields.Get(Folders).Select(folder => Absolute(folder, fields.Binding)).ToList();
            return new()
            {
                Folders = folders,
                Path = fields.Get(Path),
                Preprocessing = fields.Find(Preprocessing) ?? Defaults.Preprocessing,
                Optional = fields.Get(Optional),
                AbsentFolders = [.. folders.Where(folder => !Directory.Exists(folder))],
                Obtain = fields.Find(Obtain),
                Terms = fields.Find(Terms),
                Duplicates = fields.Get(Duplicates),
            };
        })
    {
        Check = CheckFolders,
    };

    /// <summary>The columns that a path names.</summary>
    public static IEnumerable<string> ColumnsOf(string path) => Braces().Matches(path).Select(match => match.Groups["column"].Value);

    /// <summary>Replaces each column in braces.</summary>
    public static string Fill(string path, Func<string, string> valueOf) => Braces().Replace(path, match => valueOf(match.Groups["column"].Value));

    /// <summary>Reports columns of the path that the dataset does not have.</summary>
    public static void CheckPath(Fields fields, TypedKey<FilmSource> key, ColumnMapping? columns)
    {
        if (fields.Find(key) is not { } films || columns is null) return;
        List<string> known = ["image", "patient", "study", "view", .. columns.Keep.Keys];
        var place = (fields.Node(key) as MapNode)?.Find(Path.Name)?.Value.Place ?? fields.Place;
        fields.Binding.Under(key.Name, () => fields.Binding.Under(Path.Name, () =>
        {
            var named = ColumnsOf(films.Path).ToList();
            if (named.Count == 0) fields.Binding.Report(place, "expected a column in braces, such as {image}, found none; every film would have the same path");
            foreach (var column in named.Except(known, StringComparer.Ordinal))
                fields.Binding.Report(place, $"expected a column of the dataset, found {Wording.Quote(column)}{Wording.Suggest(column, known)}");
        }));
    }

    private static void CheckFolders(Fields fields)
    {
        if (fields.Find(Folders) is not { } folders || fields.Binding.DataRoot is null || fields.FindValue(Optional) == true) return;
        foreach (var folder in folders.Where(folder => !Directory.Exists(Absolute(folder, fields.Binding))))
        {
            var obtain = fields.Find(Obtain) is { } source ? $" The films are to be had from {source}." : "";
            fields.Report(Folders, $"expected the folder {Wording.Quote(folder)} in {fields.Binding.DataRoot}, found none. Check --data, or mark the images 'optional: true'.{obtain}");
        }
    }

    private static string Absolute(string folder, Binding binding) => System.IO.Path.GetFullPath(folder, binding.DataRoot ?? System.IO.Path.GetFullPath("."));

    [GeneratedRegex(@"\{(?<column>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
