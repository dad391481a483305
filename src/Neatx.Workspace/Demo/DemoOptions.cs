using System.Globalization;

namespace Neatx.Workspace.Demo;

/// <summary>What may be chosen about the demo. The claims of protocols/demo.yaml are stated for the defaults.</summary>
public sealed record DemoOptions
{
    /// <summary>The fewest images of the NIH-like archive: the reviewed sets and the sample that the protocol asks for must fit in it, whatever the seed.</summary>
    public const int FewestImages = 10_000;

    /// <summary>The most images of the NIH-like archive.</summary>
    public const int MostImages = 1_000_000;

    private readonly int _images = 12_000;

    /// <summary>The seed of everything that is simulated. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The images of the NIH-like archive. Default: 12,000.</summary>
    /// <exception cref="NeatxException">Not between <see cref="FewestImages"/> and <see cref="MostImages"/>.</exception>
    public int Images
    {
        get => _images;
        init => _images = value is >= FewestImages and <= MostImages
            ? value
            : throw new NeatxException(string.Create(
                CultureInfo.InvariantCulture,
                $"--images: expected a whole number from {FewestImages:N0} to {MostImages:N0}, got {value}. Leave it out for {new DemoOptions().Images:N0}."));
    }
}
