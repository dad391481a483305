namespace Neatx.Core.Training;

/// <summary>How a film becomes the input of a network: by default as in the NEATX paper, section 'Preprocessing'.</summary>
public sealed record PreprocessingOptions
{
    /// <summary>Cut off rows and columns at the border that hold nothing but the smallest value of the film. Default: true.</summary>
    public bool CropBorder { get; init; } = true;

    /// <summary>Width and height of the result, in pixels. Default: 512.</summary>
    public int Size { get; init; } = 512;

    /// <summary>How pixels between pixels are found. Default: <see cref="Training.Resampling.Antialiased"/>.</summary>
    public Resampling Resampling { get; init; } = Resampling.Antialiased;

    /// <summary>Keep the ratio of width and height and fill up with 0; else stretch. Default: true.</summary>
    public bool KeepAspect { get; init; } = true;

    /// <summary>Divide by the largest value of the film, so that it becomes 1; else by the largest value its format can hold. Default: true.</summary>
    public bool DivideByMaximum { get; init; } = true;

    /// <summary>
    /// Subtract ImageNet's mean and divide by its standard deviation, channel by channel; the paper did not. Done where pixels become the input of a network: a prepared
    /// image is the same with and without. Default: false.
    /// </summary>
    public bool ImageNetNormalisation { get; init; }
}
