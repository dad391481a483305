using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Splits;

/// <summary>The tables that a split is made from.</summary>
/// <param name="Dataset">Names the patients, sexes, ages and views.</param>
/// <param name="Tables">Every table that the split may name, by name.</param>
/// <param name="Labels">The label set that the parts are to have alike, or null.</param>
/// <param name="Films">The Parquet file of films that can be used, where the split asks for those alone; else null.</param>
public sealed record SplitSources(
    TableReference Dataset, IReadOnlyDictionary<string, TableReference> Tables, ComparedSide? Labels, string? Films);
