using System.Numerics;
using Neatx.Imaging.Phantom.Disease;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The soft parts of a patient: what the beam meets of body and lung, pixel by pixel; and the landmarks that tubes are placed by.</summary>
internal sealed class Chest
{
    private readonly Pneumothorax? _pneumothorax;
    private readonly Effusion? _effusion;

    public Chest(PhantomScene scene, Pose pose, float softness)
    {
        Habitus = Habitus.Of(scene);
        var random = scene.Stream(PhantomPart.Habitus, 1);
        var dome = 9.6f + (.95f * Habitus.Breath) + random.Around(0, .4);
        Right = new Lung(Habitus, -1, dome, random.Between(.055, .085), softness);
        Left = new Lung(Habitus, 1, dome + random.Around(1.3, .35), random.Between(.055, .085), softness);
        Heart = new Heart(scene, Habitus, pose.Shift(4), softness);
        Airway = new Airway(scene, pose);
        ArmSpread = random.Between(.1, .5);
        Torso = new Torso(Habitus, ArmSpread, softness);
        Ribs = new RibCage(Habitus, Right, Left);
        if (scene.Shows(PhantomFindings.Pneumothorax)) _pneumothorax = new Pneumothorax(scene, Right, Left, softness);
        if (scene.Shows(PhantomFindings.Effusion)) _effusion = new Effusion(scene, Right, Left, softness);
    }

    public Habitus Habitus { get; }

    public Lung Right { get; }

    public Lung Left { get; }

    public Heart Heart { get; }

    public Airway Airway { get; }

    public Torso Torso { get; }

    public RibCage Ribs { get; }

    /// <summary>How far the arms are held from the body: cm sideways for each cm down.</summary>
    public float ArmSpread { get; }

    public Pneumothorax? Pneumothorax => _pneumothorax;

    public Effusion? Effusion => _effusion;

    /// <summary>The lung on a side: -1 the patient's right, 1 the left.</summary>
    public Lung Lung(int side) => side < 0 ? Right : Left;

    /// <summary>Fills attenuation, lung and masks.</summary>
    public void Fill(Radiograph film)
    {
        Span<float> x = new float[film.Size];
        Span<float> y = new float[film.Size];
        for (var row = 0; row < film.Size; row++)
        {
            film.Pose.ToPatient(film.First + (row * film.Pitch), film.First, film.Pitch, x, y);
            var start = row * film.Size;
            for (var pixel = 0; pixel < x.Length; pixel++)
            {
                var place = new Vector2(x[pixel], y[pixel]);
                film.Attenuation[start + pixel] = Matter.Soft * Torso.Chord(MathF.Abs(place.X), place.Y);
                if (place.Y > Right.Apex - 1 && place.Y < Right.Bottom + 1) FillLung(film, start + pixel, place);
            }
        }
    }

    private void FillLung(Radiograph film, int pixel, Vector2 place)
    {
        var lung = place.X < 0 ? Right : Left;
        var (x, y) = (MathF.Abs(place.X), place.Y);
        var chord = lung.Chord(x, y);
        if (film.Masks is not null) Mask(film, pixel, lung, place);
        if (chord < .01f) return;
        var below = lung.BelowDiaphragm(x, y);
        if (_effusion is not null) below = MathF.Max(below, _effusion.Share(lung.Side, x, y));
        var free = Shape.SoftMax(0, (chord * (1 - below)) - Heart.Chord(place.X, y), .25f) - .125f;
        if (free <= 0) return;
        var (density, inLung) = (Matter.Lung, 1f);
        if (_pneumothorax is { } air && air.Side == lung.Side)
        {
            inLung = air.InLung(x, y);
            // What lies in front of and behind the lung is air, too, so that the lung is not that much denser.
            density = Matter.Lung * ((air.Density * inLung) + (.4f * (1 - inLung)));
        }

        film.Attenuation[pixel] -= free * (Matter.Soft - density);
        film.Lung[pixel] = inLung * Shape.Saturate(free * .085f) * Shape.Step(-.6f, 1.6f, lung.Inside(x, y));
    }

    private void Mask(Radiograph film, int pixel, Lung lung, Vector2 place)
    {
        var (x, y) = (MathF.Abs(place.X), place.Y);
        if (Heart.Contains(place.X, y) && y < lung.Diaphragm(x) + 1.5f) film.Mask(PhantomRegion.Heart)![pixel] = byte.MaxValue;
        else if (lung.IsField(x, y) && Heart.Chord(place.X, y) < 1.5f)
        {
            film.Mask(PhantomRegion.Lungs)![pixel] = byte.MaxValue;
            if (_pneumothorax is { } air && air.Side == lung.Side && air.InLung(x, y) < .5f && _effusion?.Covers(lung.Side, x, y) is not true)
                film.Mask(PhantomRegion.Pneumothorax)![pixel] = byte.MaxValue;
        }

        if (_effusion is { } fluid && fluid.Covers(lung.Side, x, y) && lung.IsField(x, y)) film.Mask(PhantomRegion.Effusion)![pixel] = byte.MaxValue;
    }
}
