using System.Security.Cryptography;
using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;

namespace Neatx.Learning.Features;

/// <summary>All that decides the bits of cached features besides the image: features of one set are exchangeable, of two never mixed.</summary>
public sealed record FeatureSet
{
    /// <summary>Grows when the form of the files changes.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The frozen part, for people: "densenet121 Torchvision before features.denseblock4.denselayer15.concat".</summary>
    public required string Network { get; init; }

    /// <summary>SHA-256 of the graph that is run, weights included.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary><see cref="EngineIdentity.Text"/>.</summary>
    public required string Engine { get; init; }

    public required PreprocessingOptions Preprocessing { get; init; }

    /// <summary><see cref="Preprocessor.Version"/>.</summary>
    public required int PreprocessorVersion { get; init; }

    public required FeatureStorage Storage { get; init; }

    /// <summary>Of one image: channels, height, width, or the one of a vector.</summary>
    public required IReadOnlyList<int> Dimensions { get; init; }

    /// <summary>The set that an engine makes.</summary>
    /// <param name="prefix">The frozen part.</param>
    /// <param name="engine">Runs it.</param>
    /// <param name="preprocessing">How its images were prepared.</param>
    /// <param name="storage">How features are kept.</param>
    public static FeatureSet Of(Network prefix, OnnxEngine engine, PreprocessingOptions preprocessing, FeatureStorage storage) => new()
    {
        Network = prefix.Name,
        ModelSha256 = engine.ModelSha256,
        Engine = EngineIdentity.Text,
        // The network itself normalises: the graph's hash tells.
        Preprocessing = preprocessing with { ImageNetNormalisation = false },
        PreprocessorVersion = Preprocessor.Version,
        Storage = storage,
        Dimensions = [.. engine.OutputDimensions],
    };

    /// <summary>Values of one image.</summary>
    public int Length() => checked((int)Dimensions.Aggregate(1L, (product, side) => product * side));

    /// <summary>Bytes that one image's features take.</summary>
    public int Bytes() => checked(Length() * FeatureEncoding.BytesOf(Storage));

    /// <summary>The name of its folder: 32 hexadecimal digits of the SHA-256 of all of this.</summary>
    public string Key() => Convert.ToHexStringLower(SHA256.HashData(Json()).AsSpan(0, 16));

    /// <summary>As it stands in the folder.</summary>
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, FeatureJson.Default.FeatureSet);
}
