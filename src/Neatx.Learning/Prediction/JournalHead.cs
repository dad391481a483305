namespace Neatx.Learning.Prediction;

/// <summary>What a journal was written by: it is continued only by the same.</summary>
/// <param name="Format">Grows when the form changes.</param>
/// <param name="Model">SHA-256 of the graph, weights included.</param>
/// <param name="Engine"><see cref="Inference.EngineIdentity.Text"/>.</param>
/// <param name="Preprocessing">Options and version, as text.</param>
public sealed record JournalHead(int Format, string Model, string Engine, string Preprocessing);
