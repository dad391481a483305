using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>augmentation: random changes of training images.</summary>
internal static class AugmentationLanguage
{
    private static readonly Augmentation Defaults = new();

    private static readonly TypedKey<long> Rotation = Key.Defaulted("rotation", new WholeShape(RecipeRanges.Rotation), (long)Defaults.Rotation, "Largest rotation to either side, degrees.");
    private static readonly TypedKey<double> Shift = Key.Defaulted("shift", new RealShape(RecipeRanges.Shift), Defaults.Shift, "Largest shift, as a share of the size.");
    private static readonly TypedKey<double> Scale = Key.Defaulted("scale", new RealShape(RecipeRanges.Scale), Defaults.Scale, "Largest relative change of scale.");
    private static readonly TypedKey<double> Brightness = Key.Defaulted("brightness", new RealShape(RecipeRanges.Brightness), Defaults.Brightness, "Largest relative change of brightness.");
    private static readonly TypedKey<bool> Mirror = Key.Defaulted("mirror", BoolShape.Instance, Defaults.Mirror, "Whether left and right are exchanged half of the time.");

    public static ObjectShape<Augmentation> Shape { get; } = new(
        "augmentation",
        "Random changes of training images, drawn anew for each epoch; features are then not cached.",
        [Rotation, Shift, Scale, Brightness, Mirror],
        fields => new()
        {
            Rotation = fields.Get(Rotation),
            Shift = fields.Get(Shift),
            Scale = fields.Get(Scale),
            Brightness = fields.Get(Brightness),
            Mirror = fields.Get(Mirror),
        })
    {
        MayBeNothing = true,
    };
}
