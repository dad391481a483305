using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// A predicate or an order that a protocol states in SQL: text from outside. DuckDB's own parser must find it to be one expression, without
/// a subquery, a parameter or a function whose value changes from run to run; it then runs in a database that can reach no file outside the run.
/// </summary>
internal sealed partial class Predicate
{
    private readonly string text;
    private readonly string place;

    private Predicate(string text, string place)
    {
        this.text = text;
        this.place = place;
    }

    /// <summary>The expression in parentheses, or the order as it stands; on lines of its own, so that a comment in it ends with it.</summary>
    public required string Sql { get; init; }

    /// <summary>Reads a predicate.</summary>
    /// <param name="session">Parses it.</param>
    /// <param name="text">What the protocol says.</param>
    /// <param name="place">Where it says so, for messages: "cohort 'x', step 'y'".</param>
    /// <exception cref="NeatxException">It is not one expression, or not a harmless one.</exception>
    public static Predicate Where(TableSession session, string text, string place)
    {
        var predicate = new Predicate(text, place) { Sql = $"(\n{text}\n)" };
        predicate.Check(session, $"SELECT {predicate.Sql}", "SELECT (true)", "select_list");
        return predicate;
    }

    /// <summary>Reads what follows ORDER BY: one or several expressions, each with ASC or DESC.</summary>
    /// <exception cref="NeatxException">It is something else.</exception>
    public static Predicate OrderBy(TableSession session, string text, string place)
    {
        var order = new Predicate(text, place) { Sql = $"\n{text}\n" };
        order.Check(session, $"SELECT true ORDER BY {order.Sql}", "SELECT true ORDER BY true", "modifiers");
        return order;
    }

    /// <summary>Runs SQL that contains this predicate; what DuckDB finds wrong with it is said in the protocol's terms.</summary>
    public T Run<T>(Func<T> run, IReadOnlyCollection<string> columns)
    {
        try
        {
            return run();
        }
        catch (DuckDBException exception)
        {
            var reason = exception.Message.Split('\n')[0];
            var unknown = MissingColumn().Match(reason);
            throw unknown.Success
                ? Wrong($"{Wording.Sentence($"there is no column '{unknown.Groups["column"].Value}'{Wording.Suggest(unknown.Groups["column"].Value, columns)}")} The columns are {string.Join(", ", columns)}.", exception)
                : Wrong($"{reason.TrimEnd('.')}. The columns are {string.Join(", ", columns)}.", exception);
        }
    }

    [GeneratedRegex("column \"?(?<column>[^\"]+?)\"? not found", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MissingColumn();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair => Objects(pair.Value)).Prepend(item),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private void Check(TableSession session, string sql, string model, string part)
    {
        var parsed = Parse(session, sql);
        if ((string?)parsed["error_type"] == "parser") throw Wrong($"{parsed["error_message"]}.");
        var node = Node(parsed);
        if (node?[part] is not JsonArray { Count: 1 } stated) throw NotOne();
        // Whatever else the text could have added (FROM, WHERE, LIMIT, UNION, a second statement) shows as a difference from a bare expression.
        var bare = Node(Parse(session, model))!;
        node.Remove(part);
        bare.Remove(part);
        if (part != "select_list") (node["select_list"], bare["select_list"]) = (null, null);
        if (!JsonNode.DeepEquals(node, bare)) throw NotOne();
        foreach (var item in Objects(stated)) CheckHarmless(session, item);
    }

    private void CheckHarmless(TableSession session, JsonObject item)
    {
        switch ((string?)item["class"])
        {
            case "SUBQUERY": throw Wrong("a subquery was found, which predicates may not have. Use the columns of this table, or another step.");
            case "PARAMETER": throw Wrong("a parameter (? or $1) was found, for which there is no value.");
            case "FUNCTION" when (string?)item["function_name"] is { } name && session.Count(
                $"SELECT count(*) FROM duckdb_functions() WHERE function_name = {Storage.Sql.Text(name)} AND stability <> 'CONSISTENT'") > 0:
                throw Wrong($"the function {name}() gives another value in every run, so that the run could not be repeated. For a random sample, use a step 'sample'.");
        }
    }

    private static JsonObject Parse(TableSession session, string sql) =>
        JsonNode.Parse(session.Texts($"SELECT json_serialize_sql({Storage.Sql.Text(sql)})")[0])!.AsObject();

    private static JsonObject? Node(JsonObject parsed) =>
        parsed["statements"] is JsonArray { Count: 1 } statements ? statements[0]!["node"]?.AsObject() : null;

    private NeatxException NotOne() => Wrong("one expression was expected, and there is more than that.");

    private NeatxException Wrong(string reason, Exception? inner = null)
    {
        var message = $"The predicate of {place} cannot be used: {reason} It reads: {text}";
        return inner is null ? new NeatxException(message) : new NeatxException(message, inner);
    }
}
