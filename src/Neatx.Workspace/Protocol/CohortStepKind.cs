namespace Neatx.Workspace.Protocol;

/// <summary>What a cohort step does.</summary>
public enum CohortStepKind
{
    /// <summary>Keep the images that satisfy a SQL predicate.</summary>
    Keep,

    /// <summary>Keep the images of a named dataset, label set, ratings table or cohort.</summary>
    KeepImagesOf,

    /// <summary>Remove the images of a named dataset, label set, ratings table or cohort.</summary>
    ExcludeImagesOf,

    /// <summary>Remove every image of any patient that has an image there.</summary>
    ExcludePatientsOf,

    /// <summary>Keep a random sample of a stated number of images, seeded.</summary>
    Sample,

    /// <summary>Keep the first images in file order.</summary>
    First,
}
