using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Exposure;

/// <summary>How the patient of a scene is placed before the detector.</summary>
internal static class Positioning
{
    public static Pose Of(PhantomScene scene)
    {
        var random = scene.Stream(PhantomPart.Pose);
        var build = scene.Stream(PhantomPart.Habitus, 2);
        var bedside = scene.View == PhantomView.AnteroPosterior;
        var size = (scene.Sex == PhantomSex.Male ? 1.03f : .97f) * build.Around(1, .045);
        // Children are smaller, but the field is closed down on them.
        size *= (float)(.82 + (.18 * Shape.Step(0.0, 16.0, scene.Age)));
        return new Pose(
            random.Around(0, bedside ? .04 : .02),
            new Vector2(random.Around(0, bedside ? 1.1 : .7), random.Around(.7, bedside ? 1.2 : .8)),
            size * (bedside ? 1.03f : 1),
            random.Around(0, bedside ? .075 : .035),
            new LatticeNoise(6, .16f, scene.Stream(PhantomPart.CrookedX)),
            new LatticeNoise(6, .16f, scene.Stream(PhantomPart.CrookedY)));
    }
}
