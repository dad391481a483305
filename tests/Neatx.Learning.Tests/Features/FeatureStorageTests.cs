using CsCheck;
using Neatx.Core.Training;
using Neatx.Learning.Features;

namespace Neatx.Learning.Tests.Features;

/// <summary>16 bits round to the nearest, and what that does is measured.</summary>
public sealed class FeatureStorageTests : IDisposable
{
    private readonly FeatureBench _bench = new();

    [Theory]
    [InlineData(FeatureStorage.Fp16, 11)]
    [InlineData(FeatureStorage.Bf16, 8)]
    public void Decode_OfEncoded_IsWithinHalfAStep(FeatureStorage storage, int bits) => Gen.Float[-60_000, 60_000].Array[1, 40].Sample(values =>
    {
        // Below the normal numbers of float16 the step stays what it is there.
        var (kept, smallest) = (Kept(values, storage), storage == FeatureStorage.Fp16 ? Math.Pow(2, -14) : Math.Pow(2, -126));
        for (var index = 0; index < values.Length; index++)
            Assert.InRange(Math.Abs(kept[index] - (double)values[index]), 0, Math.Pow(2, -bits) * Math.Max(smallest, Math.Abs(values[index])));
        Assert.Equal(kept, Kept(kept, storage));
    });

    [Fact]
    public void Encode_Fp32_IsExact() => Gen.Float.Array.Sample(values => Assert.Equal(values, Kept(values, FeatureStorage.Fp32)));

    [Fact]
    public void Encode_Bf16Ties_GoToEven() => Assert.Equal([1f, 1.015625f], Kept([1.00390625f, 1.01171875f], FeatureStorage.Bf16));

    [Theory]
    [InlineData(FeatureStorage.Fp16, 1e-3)]
    [InlineData(FeatureStorage.Bf16, 8e-3)]
    public void Ensure_SixteenBits_StatesTheErrorAndHalvesTheSpace(FeatureStorage storage, double most)
    {
        _bench.Storage = storage;
        using var features = _bench.Ensure();
        Assert.InRange(features.Error.Relative(), 1e-6, most / 2);
        Assert.Equal(5L * _bench.Engine.OutputLength, features.Error.Values);
        Assert.StartsWith("relative error ", features.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2 * _bench.Engine.OutputLength, features.Set.Bytes());

        var (exact, kept) = (_bench.Expected(2), FeatureBench.Read(features, 2));
        Assert.InRange(exact.Zip(kept, (a, b) => Math.Abs(a - b)).Max(), 0, most * exact.Max(Math.Abs));
        Assert.InRange(exact.Zip(kept, (a, b) => Math.Abs(a - b)).Max(), 0, features.Error.LargestDifference);
    }

    [Fact]
    public void Ensure_Again_RemembersTheError()
    {
        _bench.Storage = FeatureStorage.Bf16;
        using var first = _bench.Ensure();
        using var second = _bench.Ensure();
        Assert.Equal(first.Error, second.Error);
    }

    [Fact]
    public void SpaceOf_NihInFloats_SaysSoBeforeAnythingIsWritten() => Assert.Equal(
        "112,120 x 1.02 MB = 113.9 GB as fp32",
        FeatureCache.SpaceOf(
            new FeatureSet
            {
                Network = "densenet121",
                ModelSha256 = "",
                Engine = "",
                Preprocessing = new PreprocessingOptions(),
                PreprocessorVersion = 1,
                Storage = FeatureStorage.Fp32,
                Dimensions = [992, 16, 16],
            },
            112_120));

    public void Dispose() => _bench.Dispose();

    private static float[] Kept(float[] values, FeatureStorage storage)
    {
        var bytes = new byte[values.Length * FeatureEncoding.BytesOf(storage)];
        FeatureEncoding.Encode(values, storage, bytes);
        var kept = new float[values.Length];
        FeatureEncoding.Decode(bytes, storage, kept);
        return kept;
    }
}
