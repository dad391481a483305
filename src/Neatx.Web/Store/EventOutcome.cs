using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>What became of a request: its place in the log, durable, or why it was refused.</summary>
/// <param name="Id">Of the request.</param>
/// <param name="Sequence">Its place; the first one when it was asked again. Null when refused.</param>
/// <param name="Refusal">Null when it is in the log.</param>
public sealed record EventOutcome(Guid Id, long? Sequence, Refusal? Refusal);
