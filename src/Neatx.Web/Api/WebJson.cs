using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neatx.Web.Api;

/// <summary>How the API writes: snake_case, and text as it is.</summary>
internal static class WebJson
{
    public static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        // Names of findings are keys and stay as they are.
        options.DictionaryKeyPolicy = null;
        options.Encoder = JavaScriptEncoder.Default;
        // A number is written as one, and the OpenAPI document says so.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
    }
}
