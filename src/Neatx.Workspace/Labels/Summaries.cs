using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;

namespace Neatx.Workspace.Labels;

/// <summary>What the run says of a label set.</summary>
internal static class Summaries
{
    /// <summary>The kind in words.</summary>
    public static string Words(LabelKind kind) =>
        kind == LabelKind.NonExpert ? "non-expert" : KindWords.Shape.Show(kind)!.GetValue<string>().Replace('_', ' ');

    public static LabelSetSummary Of(LabelSetDefinition definition, TableSummary table, IReadOnlyList<StateCounts> findings) => new()
    {
        Name = definition.Name,
        Title = definition.Title,
        Kind = Words(definition.Kind),
        Provenance = table.Files.Count > 0
            ? string.Join(", ", table.Files.Select(file => file.File)) : $"the findings of the dataset '{definition.Dataset}'",
        Images = table.Images,
        Patients = table.Patients,
        Findings = findings,
        Data = table.Data,
    };

    public static (TableSummary Table, LabelSetSummary Labels) Unavailable(LabelSetDefinition definition, string why) =>
        (new TableSummary { Name = definition.Name, Title = definition.Title, Kind = "label_set", Unavailable = why },
            new LabelSetSummary
            {
                Name = definition.Name,
                Title = definition.Title,
                Kind = Words(definition.Kind),
                Provenance = "not available here",
                Unavailable = why,
            });
}
