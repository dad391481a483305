using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>Patients or images of a table and the parts of a split they belong in.</summary>
internal static class SplitAssignmentLanguage
{
    private static readonly TypedKey<IReadOnlyList<string>> Parts = Key.Required(
        "parts", new ListShape<string>(TextShape.Word, least: 1, single: true), "The part, or several between which the split chooses.");

    /// <param name="key">The key of the table.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <param name="description">One sentence for editors.</param>
    public static ObjectShape<SplitAssignment> Shape(string key, string name, string description)
    {
        var of = Key.Required(key, ReferenceShape.AnyTable, description);
        return new(name, "Where the patients of a table belong.", [of, Parts], fields => new(fields.Get(of), fields.Get(Parts))) { Check = CheckParts };
    }

    private static void CheckParts(Fields fields)
    {
        if (fields.Find(Parts) is not { } parts) return;
        var (binding, path, place) = (fields.Binding, $"{fields.Binding.Path}.{Parts.Name}", fields.Node(Parts)!.Place);
        var split = binding.Ancestor(2);
        binding.AtEnd(() =>
        {
            var known = binding.Names.Of(NameSpace.PartOf(split));
            foreach (var part in parts.Except(known, StringComparer.Ordinal))
                binding.ReportUnder(path, place, $"expected a part of the split '{split}', found {Wording.Quote(part)}{Wording.Suggest(part, known)}");
        });
    }
}
