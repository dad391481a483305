using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Labels;

/// <summary>A label set that was read: the table behind it and what it holds.</summary>
public sealed record LabelSetResult(TableSummary Table, LabelSetSummary LabelSet);
