using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A claim about the count after a step of a cohort.</summary>
internal static class CohortClaimLanguage
{
    private static readonly TypedKey<string> Name = Key.Required("name", new ReferenceShape(NameSpace.Cohort), "The cohort.");
    private static readonly TypedKey<string> Step = Key.Required("step", TextShape.Word, "The step after which is counted.");
    private static readonly TypedKey<bool> Patients = Key.Defaulted("patients", BoolShape.Instance, false, "Whether patients are counted rather than images.");

    public static ObjectShape<ClaimQuantity> Shape { get; } = new(
        "claim of a cohort",
        "The count after a step of a cohort.",
        [Name, Step, Patients],
        fields => new ClaimQuantity.CohortCount(fields.Get(Name), fields.Get(Step)) { Patients = fields.Get(Patients) })
    {
        Check = fields =>
        {
            if (fields.Find(Name) is { } cohort && fields.Find(Step) is { } step)
                fields.Binding.Under(Step.Name, () => CheckStep(fields.Binding, fields.Node(Step)!.Place, cohort, step));
        },
    };

    /// <summary>Only where the cohort exists: one mistake is not reported as two.</summary>
    private static void CheckStep(Binding binding, SourceLocation place, string cohort, string step)
    {
        var path = binding.Path;
        binding.AtEnd(() =>
        {
            if (binding.Names.Find(NameSpace.Cohort, cohort) is null || binding.Names.Find(NameSpace.StepOf(cohort), step) is not null) return;
            binding.ReportUnder(path, place, $"expected a step of the cohort '{cohort}', found {Wording.Quote(step)}{Wording.Suggest(step, binding.Names.Of(NameSpace.StepOf(cohort)))}");
        });
    }
}
