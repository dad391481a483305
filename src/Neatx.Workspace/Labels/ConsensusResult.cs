namespace Neatx.Workspace.Labels;

/// <summary>A label set made by a rule, and what the rule learned where it estimates.</summary>
public sealed record ConsensusResult(LabelSetSummary LabelSet, IReadOnlyList<ConsensusModel> Models);
