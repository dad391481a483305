using CsCheck;
using Neatx.Core.Evaluation;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>Random labels with two sets of scores from few values, so that ties abound.</summary>
internal static class ScoredGen
{
    /// <summary>State and two scores of each image; at least two images of either state.</summary>
    public static Gen<(bool Positive, int First, int Second)[]> Images { get; } =
        Gen.Select(Gen.Bool, Gen.Int[-8, 8], Gen.Int[-3, 3]).Array[0, 60].Select(images =>
            images.Concat([(true, 1, 0), (true, -2, 2), (false, 1, -1), (false, 0, 0)]).ToArray());

    public static ScoredLabels First(this (bool Positive, int First, int Second)[] images) =>
        Reference(images).Score("first", [.. images.Select(image => (double)image.First)]);

    public static (ScoredLabels First, ScoredLabels Second) Both(this (bool Positive, int First, int Second)[] images)
    {
        var reference = Reference(images);
        return (
            reference.Score("first", [.. images.Select(image => (double)image.First)]),
            reference.Score("second", [.. images.Select(image => (double)image.Second)]));
    }

    public static ReferenceStandard Reference((bool Positive, int First, int Second)[] images) => new([.. images.Select(image => image.Positive)]);
}
