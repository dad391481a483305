using Neatx.Core.Training;

namespace Neatx.Learning.Weights.Download;

/// <summary>A published file of ImageNet weights, pinned by its bytes.</summary>
/// <param name="Name">What users call it: "densenet121".</param>
/// <param name="Architecture">Whose weights they are.</param>
/// <param name="FileName">As published; torchvision puts the first 8 digits of the SHA-256 into it.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
/// <param name="Length">Bytes of the file.</param>
public sealed record PublicWeights(string Name, Architecture Architecture, string FileName, string Sha256, long Length)
{
    /// <summary>Where torchvision's files are published, and where its own code downloads them from.</summary>
    public static readonly Uri Publisher = new("https://download.pytorch.org/models/");

    /// <summary>
    /// torchvision's IMAGENET1K_V1. The publisher states 8 digits of each hash, in the name; all 64, and the lengths, are those that several public projects recorded of
    /// their downloads (docs/adr), and begin with the publisher's 8.
    /// </summary>
    public static IReadOnlyList<PublicWeights> All { get; } =
    [
        new("densenet121", Architecture.DenseNet121, "densenet121-a639ec97.pth", "a639ec97d7c33b07ae66f0b5fb7d0192f95a3b11b7576c66c0126c2a727c4395", 32_342_954),
        new("resnet50", Architecture.ResNet50, "resnet50-0676ba61.pth", "0676ba61b6795bbe1773cffd859882e5e297624d384b6993f7c9e683e722fb8a", 102_530_333),
        new("inceptionv3", Architecture.InceptionV3, "inception_v3_google-0cc3c7bd.pth", "0cc3c7bd75056d25e46cba549dc184522069b81e9787eff6df84f397bd52a5ef", 108_949_747),
    ];

    /// <summary>The address of the file.</summary>
    /// <param name="mirror">Another place than the publisher's: a folder, to which the file's name is added, or the file itself. Null for the publisher's.</param>
    public Uri AddressAt(Uri? mirror)
    {
        var folder = mirror ?? Publisher;
        return folder.AbsolutePath.EndsWith($"/{FileName}", StringComparison.Ordinal) ? folder : new Uri($"{folder.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{FileName}{folder.Query}");
    }
}
