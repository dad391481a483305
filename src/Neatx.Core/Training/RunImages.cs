namespace Neatx.Core.Training;

/// <summary>The columns of images.parquet in a run folder.</summary>
public static class RunImages
{
    /// <summary>VARCHAR, unique.</summary>
    public const string Image = "image";

    /// <summary>VARCHAR.</summary>
    public const string Patient = "patient";

    /// <summary>VARCHAR, relative to <see cref="RunConfig.ImageFolder"/>, with forward slashes.</summary>
    public const string Path = "path";

    /// <summary>VARCHAR: "train", "validation", "test", or any other name, whose images are scored only.</summary>
    public const string Part = "part";

    /// <summary>UTINYINT[]: the <see cref="Labels.LabelState"/> for each finding of <see cref="RunConfig.Findings"/>. Only positive and negative train.</summary>
    public const string States = "states";

    /// <summary>FLOAT[]: the mean certainty in [0, 1] for each finding, NULL where there is none; used where labels are soft.</summary>
    public const string Certainties = "certainties";
}
