namespace Neatx.Core.Training;

/// <summary>Random changes of training images; each is drawn anew for each epoch from the seed. They rule out cached features.</summary>
public sealed record Augmentation
{
    /// <summary>Largest rotation to either side, degrees. Default: 5.</summary>
    public double Rotation { get; init; } = 5;

    /// <summary>Largest shift to either side, as a share of the size. Default: .05.</summary>
    public double Shift { get; init; } = .05;

    /// <summary>Largest relative change of scale. Default: .1.</summary>
    public double Scale { get; init; } = .1;

    /// <summary>Largest relative change of brightness. Default: .1.</summary>
    public double Brightness { get; init; } = .1;

    /// <summary>Mirror left and right half of the time; moves the heart, so off by default.</summary>
    public bool Mirror { get; init; }
}
