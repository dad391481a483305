namespace Neatx.Workspace.Catalog;

/// <summary>Why a row is not of the shape of its header.</summary>
/// <param name="Code">"too-few-columns" or "too-many-columns".</param>
/// <param name="Found">What the row has.</param>
/// <param name="Expected">What the header says.</param>
/// <param name="NextStep">What the user can do.</param>
internal sealed record RowMisfit(string Code, string Found, string Expected, string NextStep);
