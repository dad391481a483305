using System.Globalization;
using Neatx.Core.Training;

namespace Neatx.Learning.Features;

/// <summary>Says what features will take on the disk, and refuses to begin what cannot end.</summary>
internal static class FeatureSpace
{
    /// <summary>Left to others on the disk.</summary>
    private const long Reserve = 256L << 20;

    /// <summary>For instance "3,543 x 1.02 MB = 3.6 GB as fp32".</summary>
    public static string Text(FeatureSet set, int images) =>
        string.Create(CultureInfo.InvariantCulture, $"{images:N0} x {Size(set.Bytes())} = {Size((long)images * set.Bytes())} as {Word(set.Storage)}");

    /// <exception cref="NeatxException">The disk has less room than is needed.</exception>
    public static void Check(FeatureSet set, int images, string folder, long free)
    {
        var needed = ((long)images * set.Bytes()) + Reserve;
        if (free >= needed) return;
        var half = set.Storage == FeatureStorage.Fp32 ? $"keep them in 16 bits (feature_storage: fp16 or bf16, {Size((long)images * set.Bytes() / 2)}), " : "";
        throw new NeatxException(
            $"features take {Text(set, images)}, and {folder} has room for {Size(Math.Max(0, free - Reserve))}. Free some, choose another cache folder, "
            + $"{half}or compute them anew each time (cache_features: false).");
    }

    /// <summary>Decimal units, as disks are sold: "1.02 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.00} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
    };

    private static string Word(FeatureStorage storage) => storage.ToString().ToLowerInvariant();
}
