using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>Keys of exactly one of these groups are written; those of one group go together.</summary>
internal sealed class ExactlyOneRule(params Key[][] groups) : KeyRule
{
    public override void Check(Fields fields)
    {
        var written = groups.Select(group => group.FirstOrDefault(fields.Has)).OfType<Key>().ToList();
        if (written.Count == 0)
        {
            fields.Binding.Report(fields.Place, $"expected one of the keys {Wording.Either([.. groups.SelectMany(group => group).Select(key => key.Name)])}, found none");
            return;
        }

        foreach (var extra in written.Skip(1))
            fields.Report(extra, $"conflicts with '{written[0].Name}'; keep one of the two");
    }

    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray([.. groups.Select(group => group.Length == 1
            ? (JsonNode)Having(group[0])
            : new JsonObject { ["anyOf"] = new JsonArray([.. group.Select(key => (JsonNode)Having(key))]) })]),
    };
}
