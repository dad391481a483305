using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>cohorts: images picked from a dataset by steps, with a count after each.</summary>
internal static class CohortLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");
    private static readonly TypedKey<string> Dataset = Key.Required("dataset", ReferenceShape.Dataset, "The dataset that is picked from.");

    private static readonly TypedKey<IReadOnlyList<CohortStep>> Steps = Key.Required(
        "steps", new ListShape<CohortStep>(CohortStepLanguage.Shape, least: 1), "What is kept and what is left out, in order.");

    private static readonly ObjectShape<CohortDefinition> Cohort = new(
        "cohort",
        "Images picked from a dataset by steps.",
        [Title, Dataset, Steps],
        fields => new(fields.Name, fields.Get(Title), fields.Get(Dataset), fields.Get(Steps)))
    {
        Check = fields => OriginRule.Declare(fields, fields.Find(Dataset)),
    };

    public static MapShape<CohortDefinition> Shape { get; } = new(NameShape.Plain, Cohort, NameSpace.Cohort);
}
