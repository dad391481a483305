using System.Text.Json.Serialization;

namespace Neatx.Learning.Prediction;

/// <summary>What became of one image: scores in the order of findings, or why there are none.</summary>
/// <param name="Image">Its id.</param>
/// <param name="Sha256">Of its file's content when it was read; empty where it could not be read.</param>
/// <param name="Scores">Probabilities; null for a refused image.</param>
/// <param name="Reason">The kind of refusal, null for a scored image.</param>
/// <param name="Detail">The refusal in words, null for a scored image.</param>
public sealed record ImageOutcome(string Image, string Sha256, IReadOnlyList<float>? Scores, string? Reason, string? Detail)
{
    [JsonIgnore]
    public bool IsRefused => Scores is null;
}
