using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>How the patient is built. Lengths in centimetres of the standard patient, who is 29 cm wide inside the ribs; size is a matter of the pose.</summary>
internal sealed record Habitus
{
    /// <summary>Draws a patient.</summary>
    public static Habitus Of(PhantomScene scene)
    {
        var random = scene.Stream(PhantomPart.Habitus);
        var bedside = scene.View == PhantomView.AnteroPosterior;
        var fat = Math.Clamp(random.Around(.5, .8) + (bedside ? .4f : 0), -.4f, 3);
        var old = (float)Shape.Step(35.0, 85.0, scene.Age);
        return new Habitus
        {
            Fat = fat,
            Breath = Math.Clamp(random.Around(bedside ? -1.6 : .2, .8) - (.3f * fat), -4, 2),
            HalfWidth = random.Around(14.1, .5) - (bedside ? .1f : 0),
            Depth = random.Around(16.5, 1) + (.6f * old),
            Apex = random.Around(-14.1, .35),
            BoneDensity = random.Around(1.05 - (.3 * old), .08) * (float)(.75 + (.25 * Shape.Step(2.0, 16.0, scene.Age))),
            IsFemale = scene.Sex == PhantomSex.Female && scene.Age >= 12,
            Age = scene.Age,
            IsBedside = bedside,
        };
    }

    /// <summary>Fat beyond a slim person's: -.4 to 3.</summary>
    public required float Fat { get; init; }

    /// <summary>How much lower the diaphragm stands than on average.</summary>
    public required float Breath { get; init; }

    /// <summary>Half the width inside the ribs, at the widest.</summary>
    public required float HalfWidth { get; init; }

    /// <summary>The longest way of the beam through a lung.</summary>
    public required float Depth { get; init; }

    /// <summary>The height of the lungs' upper ends.</summary>
    public required float Apex { get; init; }

    /// <summary>1 in a young adult.</summary>
    public required float BoneDensity { get; init; }

    public required bool IsFemale { get; init; }

    public required int Age { get; init; }

    public required bool IsBedside { get; init; }

    /// <summary>The longest way of the beam through the chest.</summary>
    public float BodyDepth => Depth + 5 + (1.1f * Fat);
}
