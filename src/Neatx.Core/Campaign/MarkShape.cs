using System.Text.Json;

namespace Neatx.Core.Campaign;

/// <summary>What is drawn on a film, as JSON: coordinates are shares of its width and height, from the upper left corner.</summary>
public static class MarkShape
{
    /// <summary>What a line is, for messages.</summary>
    public const string LineWords = "a list of 2 to 200 points [x, y], numbers from 0 to 1";

    /// <summary>What a box is, for messages.</summary>
    public const string BoxWords = "[left, top, right, bottom], numbers from 0 to 1";

    private const int Longest = 8000;

    /// <summary>Whether a text is <see cref="LineWords"/>, of at most 8,000 characters.</summary>
    public static bool IsLine(string json) => Is(json, root => root.GetArrayLength() is >= 2 and <= 200 && root.EnumerateArray().All(point => IsNumbers(point, 2)));

    /// <summary>Whether a text is <see cref="BoxWords"/>.</summary>
    public static bool IsBox(string json) => Is(json, root => IsNumbers(root, 4));

    private static bool Is(string json, Func<JsonElement, bool> hasShape)
    {
        if (json.Length > Longest) return false;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2 });
            return document.RootElement.ValueKind == JsonValueKind.Array && hasShape(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsNumbers(JsonElement list, int count) => list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == count
        && list.EnumerateArray().All(number => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && value is >= 0 and <= 1);
}
