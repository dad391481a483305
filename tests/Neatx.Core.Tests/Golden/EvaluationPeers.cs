using System.Text.Json;
using Neatx.Core.Evaluation;

namespace Neatx.Core.Tests.Golden;

/// <summary>What scikit-learn and a comparison of all pairs computed; evaluation-peers.py makes the file.</summary>
internal static class EvaluationPeers
{
    public static IReadOnlyList<JsonElement> Cases { get; } = Load();

    /// <summary>The two sets of scores of a case.</summary>
    public static (ScoredLabels First, ScoredLabels Second) Scored(JsonElement peer)
    {
        var reference = new ReferenceStandard([.. peer.GetProperty("labels").GetString()!.Select(label => label == '1')]);
        var scores = peer.GetProperty("scores");
        return (reference.Score("first", Numbers(scores[0])), reference.Score("second", Numbers(scores[1])));
    }

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static IReadOnlyList<JsonElement> Load()
    {
        using var stream = typeof(EvaluationPeers).Assembly.GetManifestResourceStream("evaluation-peers.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
