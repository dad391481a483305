using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

/// <summary>Things are where radiology puts them, on every patient.</summary>
public sealed class PhantomAnatomyTests
{
    private const int Size = 192;

    public static TheoryData<int> Patients => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Patients))]
    public void ChestDrain_EntersFromTheSideAndEndsInTheChest(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.ChestDrain), Size, withMasks: true);
        var drain = Points(film, PhantomRegion.ChestDrain);
        var lungs = Points(film, PhantomRegion.Lungs);
        var (left, right) = (lungs.Min(at => at.X), lungs.Max(at => at.X));
        Assert.Contains(drain, at => at.X < left - 4 || at.X > right + 4);
        var inside = drain.Count(at => film.Mask(PhantomRegion.Lungs)[(at.Y * Size) + at.X] != 0);
        Assert.True(inside > .3 * drain.Count, $"{inside} of {drain.Count} pixels are in the lungs");
        // From one side only: it does not cross the film.
        Assert.False(drain.Any(at => at.X < left) && drain.Any(at => at.X > right));
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void EndotrachealTube_EndsAboveTheCarinaInTheMidline(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.EndotrachealTube), Size, withMasks: true);
        var tube = Points(film, PhantomRegion.EndotrachealTube);
        var tip = tube.MaxBy(at => at.Y);
        Assert.True(tip.Y < film.Landmarks.CarinaY - (.02 * Size), $"tip at {tip.Y}, carina at {film.Landmarks.CarinaY:0}");
        Assert.InRange(tip.X, film.Landmarks.CarinaX - (.05 * Size), film.Landmarks.CarinaX + (.05 * Size));
        Assert.Equal(0, tube.Min(at => at.Y));
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void NasogastricTube_EndsBelowTheDiaphragm(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.NasogastricTube), Size, withMasks: true);
        var tube = Points(film, PhantomRegion.NasogastricTube);
        Assert.True(tube.Max(at => at.Y) > Math.Min(Size - 2, film.Landmarks.StomachY + (.02 * Size)));
        Assert.True(tube.Count < 3.5 * Size, "it is thin");
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void TracheostomyTube_IsShortAndAboveTheCarina(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.TracheostomyTube), Size, withMasks: true);
        var tube = Points(film, PhantomRegion.TracheostomyTube);
        Assert.True(tube.Max(at => at.Y) < film.Landmarks.CarinaY);
        Assert.InRange(tube.Max(at => at.Y) - tube.Min(at => at.Y), .1 * Size, .26 * Size);
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void HeartRatio_InCardiomegaly_IsAboveAHalfAndOtherwiseBelow(int patient)
    {
        var normal = PhantomRenderer.Render(Scenes.Of(patient), Size, withMasks: true);
        var large = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.Cardiomegaly), Size, withMasks: true);
        Assert.InRange(normal.Landmarks.CardiothoracicRatio, .3, .5);
        Assert.InRange(large.Landmarks.CardiothoracicRatio, .5, .75);
        // As a reader measures it.
        Assert.InRange(Width(normal, PhantomRegion.Heart) / Width(normal, PhantomRegion.Lungs), .3, .5);
        Assert.InRange(Width(large, PhantomRegion.Heart) / Width(large, PhantomRegion.Lungs), .5, .75);
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Pneumothorax_LiesOutsideTheLungOfOneSideAndIsDarker(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.Pneumothorax), Size, withMasks: true);
        var without = PhantomRenderer.Render(Scenes.Of(patient), Size);
        var air = Points(film, PhantomRegion.Pneumothorax);
        Assert.True(air.Count > .001 * Size * Size);
        Assert.All(air, at => Assert.NotEqual(0, film.Mask(PhantomRegion.Lungs)[(at.Y * Size) + at.X]));
        var middle = film.Landmarks.CarinaX;
        Assert.True(air.All(at => at.X < middle) || air.All(at => at.X > middle));
        Assert.True(air.Average(at => film.Pixels[(at.Y * Size) + at.X]) < air.Average(at => without.Pixels[(at.Y * Size) + at.X]));
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Effusion_LiesLowAndIsBrighter(int patient)
    {
        var film = PhantomRenderer.Render(Scenes.Of(patient, PhantomFindings.Effusion), Size, withMasks: true);
        var without = PhantomRenderer.Render(Scenes.Of(patient), Size);
        var fluid = Points(film, PhantomRegion.Effusion);
        Assert.True(fluid.Count > 10, $"{fluid.Count} pixels");
        Assert.True(fluid.Average(at => at.Y) > Points(film, PhantomRegion.Lungs).Average(at => at.Y) + (.1 * Size));
        Assert.True(fluid.Average(at => film.Pixels[(at.Y * Size) + at.X]) > fluid.Average(at => without.Pixels[(at.Y * Size) + at.X]));
    }

    [Fact]
    public void Masks_OfWhatIsNotThere_AreEmpty()
    {
        var film = PhantomRenderer.Render(Scenes.Of(5), Size, withMasks: true);
        foreach (var region in Enum.GetValues<PhantomRegion>())
            Assert.Equal(region is PhantomRegion.Lungs or PhantomRegion.Heart, Points(film, region).Count > 0);
    }

    private static double Width(PhantomFilm film, PhantomRegion region)
    {
        var points = Points(film, region);
        return points.Max(at => at.X) - points.Min(at => at.X) + 1;
    }

    private static List<(int X, int Y)> Points(PhantomFilm film, PhantomRegion region)
    {
        var points = new List<(int X, int Y)>();
        var mask = film.Mask(region);
        for (var pixel = 0; pixel < mask.Length; pixel++)
            if (mask[pixel] != 0) points.Add((pixel % film.Size, pixel / film.Size));
        return points;
    }
}
