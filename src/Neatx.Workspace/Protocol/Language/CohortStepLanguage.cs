using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>One step of a cohort; its kind is the key that says what it does.</summary>
internal static class CohortStepLanguage
{
    private static readonly TypedKey<string> Name = Key.Required("name", NameShape.Plain, "The step's name, which claims refer to.");
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "What the flow diagram says.");
    private static readonly TypedKey<string> Keep = Key.Optional("keep", TextShape.Line, "Keep the images that satisfy this SQL over the dataset's columns.");
    private static readonly TypedKey<string> KeepImagesOf = Key.Optional("keep_images_of", ReferenceShape.AnyTable, "Keep the images of this table.");
    private static readonly TypedKey<string> ExcludeImagesOf = Key.Optional("exclude_images_of", ReferenceShape.AnyTable, "Leave out the images of this table.");

    private static readonly TypedKey<string> ExcludePatientsOf = Key.Optional(
        "exclude_patients_of", ReferenceShape.AnyTable, "Leave out every image of any patient who has an image in this table.");

    private static readonly TypedKey<long> Sample = Key.Optional("sample", new WholeShape(1), "Keep a random sample of this many images.");
    private static readonly TypedKey<long> First = Key.Optional("first", new WholeShape(1), "Keep the first so many images in the order of the file.");

    private static readonly TypedKey<long> Seed = Key.Optional(
        "seed", new WholeShape(0), "The seed of the sample; left out, it follows from the protocol's seed and the step's name.");

    public static ObjectShape<CohortStep> Shape { get; } = new(
        "cohort step",
        "One step of a cohort: exactly one of keep, keep_images_of, exclude_images_of, exclude_patients_of, sample and first.",
        [Name, Title, Keep, KeepImagesOf, ExcludeImagesOf, ExcludePatientsOf, Sample, First, Seed],
        fields => new()
        {
            Name = fields.Get(Name),
            Title = fields.Get(Title),
            Kind = fields.Has(Keep) ? CohortStepKind.Keep
                : fields.Has(KeepImagesOf) ? CohortStepKind.KeepImagesOf
                : fields.Has(ExcludeImagesOf) ? CohortStepKind.ExcludeImagesOf
                : fields.Has(ExcludePatientsOf) ? CohortStepKind.ExcludePatientsOf
                : fields.Has(Sample) ? CohortStepKind.Sample
                : CohortStepKind.First,
            Where = fields.Find(Keep),
            Of = fields.Find(KeepImagesOf) ?? fields.Find(ExcludeImagesOf) ?? fields.Find(ExcludePatientsOf),
            Count = fields.FindValue(Sample) ?? fields.FindValue(First),
            Seed = (ulong?)fields.FindValue(Seed),
        })
    {
        Rules = [new ExactlyOneRule([Keep], [KeepImagesOf], [ExcludeImagesOf], [ExcludePatientsOf], [Sample], [First]), new NeedsRule(Seed, Sample)],
        Check = fields =>
        {
            var cohort = fields.Binding.Ancestor(2);
            if (fields.Find(Name) is { } name)
                fields.Binding.Under(Name.Name, () => fields.Binding.Declare(NameSpace.StepOf(cohort), name, fields.Node(Name)!.Place));
            foreach (var key in (TypedKey<string>[])[KeepImagesOf, ExcludeImagesOf, ExcludePatientsOf])
                OrderRule.Check(fields, key, NameSpace.Cohort, cohort);
        },
    };
}
