using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Neatx.Core.Training;

namespace Neatx.Learning.Training.Input;

/// <summary>Reads run.json and finds every mistake in it, not just the first.</summary>
internal static partial class RunConfigReader
{
    private const int MostMistakes = 100;

    /// <summary>As .NET words it.</summary>
    private const string MissingMembers = "missing required";

    /// <summary>The config, or null where mistakes were added to the list.</summary>
    public static RunConfig? Read(byte[] text, List<RunMistake> mistakes)
    {
        JsonLines lines;
        JsonObject? root;
        try
        {
            lines = new JsonLines(text);
            root = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException error)
        {
            mistakes.Add(new RunMistake(RunFiles.Config, (int?)error.LineNumber + 1, $"this is not JSON: {Plain(error.Message)}"));
            return null;
        }

        if (root is null)
        {
            mistakes.Add(new RunMistake(RunFiles.Config, 1, "expected an object { ... } that describes one run."));
            return null;
        }

        var first = mistakes.Count;
        if (Shape(root, lines, mistakes) is not { } config) return null;
        foreach (var (path, message) in RunConfigRules.Broken(config)) mistakes.Add(new RunMistake(RunFiles.Config, lines.Of(path), $"{path}: {message}"));
        return mistakes.Count == first ? config : null;
    }

    /// <summary>What cannot be read is taken out and the rest read again, so that one mistake does not hide the next.</summary>
    private static RunConfig? Shape(JsonObject root, JsonLines lines, List<RunMistake> mistakes)
    {
        var removed = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MostMistakes; attempt++)
        {
            try
            {
                var config = root.Deserialize<RunConfig>(TrainingJson.WithDefaults);
                return removed.Count == 0 ? config : null;
            }
            catch (JsonException error)
            {
                var path = (error.Path ?? "$").TrimStart('$').TrimStart('.');
                if (error.Message.Contains(MissingMembers, StringComparison.Ordinal))
                {
                    var names = Missing(root, path, error).Where(name => !removed.Contains(path.Length == 0 ? name : $"{path}.{name}")).ToList();
                    if (names.Count > 0) mistakes.Add(new RunMistake(RunFiles.Config, lines.Of(path), $"{(path.Length == 0 ? "the run" : path)} lacks {string.Join(", ", names)}."));
                    return null;
                }

                mistakes.Add(new RunMistake(RunFiles.Config, lines.Of(path), Message(error, path)));
                removed.Add(path);
                if (!Remove(root, path)) return null;
            }
        }

        return null;
    }

    /// <summary>The members that must be there and are not; of the whole run by its type, since a long message is cut.</summary>
    private static IEnumerable<string> Missing(JsonObject root, string path, JsonException error) => path.Length == 0
        ? TrainingJson.WithDefaults.GetTypeInfo(typeof(RunConfig)).Properties.Where(member => member.IsRequired && !root.ContainsKey(member.Name)).Select(member => member.Name)
        : Quoted().Matches(error.Message).Select(match => match.Value.Trim('\'')).Skip(1);

    private static bool Remove(JsonObject root, string path)
    {
        JsonNode? node = root;
        JsonNode? parent = null;
        var last = "";
        foreach (Match step in Steps().Matches(path))
        {
            (parent, last) = (node, step.Groups["name"].Value);
            node = step.Groups["index"] is { Success: true } index
                ? (node as JsonArray)?[int.Parse(index.Value, CultureInfo.InvariantCulture)]
                : (node as JsonObject)?[last];
        }

        return parent switch
        {
            JsonObject owner => owner.Remove(last),
            JsonArray list => list.Remove(node),
            _ => false,
        };
    }

    private static string Message(JsonException error, string path)
    {
        var text = error.Message;
        if (text.Contains("could not be mapped", StringComparison.Ordinal)) return $"{path}: there is no such member; docs/guide/training.md lists those there are.";
        return text.Contains("could not be converted", StringComparison.Ordinal) ? $"{path}: {Kind(text)}" : $"{path}: {Plain(text)}";
    }

    /// <summary>What was expected, from a message that ends in the name of its type.</summary>
    private static string Kind(string message)
    {
        var type = ConvertedTo().Match(message).Groups["type"].Value;
        if (typeof(RunConfig).Assembly.GetType(type) is { IsEnum: true } choice) return $"expected one of {string.Join(", ", Enum.GetNames(choice))}.";
        return type switch
        {
            "System.Int32" => "expected a whole number.",
            "System.UInt64" => "expected a whole number from 0.",
            "System.Double" => "expected a number.",
            "System.Boolean" => "expected true or false.",
            "System.String" => "expected a text.",
            _ => "the value is not of the kind that is expected here; docs/guide/training.md tells which.",
        };
    }

    /// <summary>Without the path and the line, which are told in our own way.</summary>
    private static string Plain(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end < 0) end = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|\['(?<name>[^']*)'\]|(?<name>[^.\[\]]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Steps();

    [GeneratedRegex(@"could not be converted to (?<type>[\w.]+\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConvertedTo();

    [GeneratedRegex(@"'[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
