using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

public sealed class PhantomTracesTests
{
    private static readonly PhantomRegion[] Tubes = [PhantomRegion.ChestDrain, PhantomRegion.EndotrachealTube, PhantomRegion.TracheostomyTube, PhantomRegion.NasogastricTube];

    private const PhantomFindings AllTubes =
        PhantomFindings.ChestDrain | PhantomFindings.EndotrachealTube | PhantomFindings.TracheostomyTube | PhantomFindings.NasogastricTube;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AllTubes_LieWhereTheMasksSay(int number)
    {
        const int Size = 384;
        var scene = Scenes.Of(number, AllTubes);
        var film = PhantomRenderer.Render(scene, Size, withMasks: true);
        var traces = PhantomTraces.Of(scene);
        foreach (var tube in Tubes)
        {
            var mask = film.Mask(tube).ToArray();
            var line = traces[tube];
            Assert.InRange(line.Count, 2, PhantomTraces.MostPoints);
            var inside = line.Count(point => mask[((int)(point.Y * (Size - 1)) * Size) + (int)(point.X * (Size - 1))] > 0);
            Assert.True(inside >= .9 * line.Count, $"{tube}: {inside} of {line.Count} points lie on it.");
        }
    }

    [Fact]
    public void Of_NoTube_HasNoLine() => Assert.Empty(PhantomTraces.Of(Scenes.Of(5, PhantomFindings.Effusion)));
}
