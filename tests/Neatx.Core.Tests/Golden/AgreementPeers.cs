using System.Text.Json;

namespace Neatx.Core.Tests.Golden;

/// <summary>What scikit-learn, statsmodels and scipy computed; agreement-peers.py makes the file.</summary>
internal static class AgreementPeers
{
    private static readonly JsonElement Root = Load();

    public static IEnumerable<JsonElement> Pairs => Root.GetProperty("pairs").EnumerateArray();

    public static IEnumerable<JsonElement> Panels => Root.GetProperty("panels").EnumerateArray();

    public static IEnumerable<JsonElement> Binomials => Root.GetProperty("binomials").EnumerateArray();

    private static JsonElement Load()
    {
        using var stream = typeof(AgreementPeers).Assembly.GetManifestResourceStream("agreement-peers.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
