namespace Neatx.Learning.Training.Input;

/// <summary>The parts of a run that mean something to training; all others are scored only.</summary>
public static class RunParts
{
    public const string Train = "train";

    /// <summary>Decides which epoch is kept.</summary>
    public const string Validation = "validation";
}
