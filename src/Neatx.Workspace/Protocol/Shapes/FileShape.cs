using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A file that belongs to the protocol: relative to the protocol's own folder, or else to --data. Bound to its absolute path.</summary>
/// <param name="what">What it is, for messages: "a Markdown file".</param>
internal sealed class FileShape(string what) : TypedShape<string>
{
    public override string Expected => $"the name of {what}";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar || string.IsNullOrWhiteSpace(scalar.Text) || scalar.Text.Contains('\0', StringComparison.Ordinal))
            return Refuse(node, binding, out value);
        var own = node.Place.Line > 0 ? Path.GetDirectoryName(Path.GetFullPath(node.Place.File)) : null;
        var candidates = new[] { own, binding.DataRoot }.OfType<string>().Select(folder => Path.GetFullPath(scalar.Text, folder)).ToList();
        value = candidates.Find(File.Exists);
        if (value is not null) return true;
        // Without a data folder there is a mistake already, and the file may well be in the right one.
        if (binding.DataRoot is not null)
            binding.Report(node.Place, $"expected the file {Wording.Quote(scalar.Text)} beside the protocol or in {binding.DataRoot}, found none; check its name");
        return false;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = "\\S" };
}
