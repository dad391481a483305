using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A thing may be made from things of its own kind only if they stand above it, so that there are no circles.</summary>
internal static class OrderRule
{
    /// <summary>Checks the reference under <paramref name="key"/> of the thing called <paramref name="name"/>.</summary>
    public static void Check(Fields fields, TypedKey<string> key, NameSpace space, string? name = null)
    {
        if (fields.Find(key) is not { } reference) return;
        var path = $"{fields.Binding.Path}.{key.Name}";
        var own = fields.Binding.Names.Find(space, name ?? fields.Name);
        fields.Binding.AtEnd(() =>
        {
            if (fields.Binding.Names.Find(space, reference) is { } other && other.Space == space && own is not null && other.Order >= own.Order)
                fields.Binding.ReportUnder(path, fields.Node(key)!.Place, $"expected a {space.Kind} that stands above '{own.Name}', found {Wording.Quote(reference)}; move it up");
        });
    }
}
