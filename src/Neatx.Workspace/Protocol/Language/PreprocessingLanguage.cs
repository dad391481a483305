using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>preprocessing: how a film becomes the input of a network.</summary>
internal static class PreprocessingLanguage
{
    private static readonly PreprocessingOptions Defaults = new();

    private static readonly TypedKey<bool> CropBorder = Key.Defaulted(
        "crop_border", BoolShape.Instance, Defaults.CropBorder, "Whether rows and columns at the border that hold only the film's smallest value are cut off.");

    private static readonly TypedKey<long> Size = Key.Defaulted("size", new WholeShape(1, 8192), Defaults.Size, "Width and height of the result, in pixels.");

    private static readonly TypedKey<Resampling> Sampling = Key.Defaulted(
        "resampling",
        new WordShape<Resampling>("a way of resampling", [
            new("antialiased", Resampling.Antialiased, "As scikit-image's resize: every pixel of the film counts."),
            new("bilinear", Resampling.Bilinear, "As TensorFlow's resize_with_pad: the nearest two by two pixels alone."),
        ]),
        Defaults.Resampling,
        "How pixels between pixels are found.");

    private static readonly TypedKey<bool> KeepAspect = Key.Defaulted(
        "keep_aspect", BoolShape.Instance, Defaults.KeepAspect, "Whether the ratio of width and height is kept and the rest filled with 0.");

    private static readonly TypedKey<bool> DivideByMaximum = Key.Defaulted(
        "divide_by_maximum", BoolShape.Instance, Defaults.DivideByMaximum, "Whether the film's largest value becomes 1, rather than the largest its format can hold.");

    private static readonly TypedKey<bool> ImageNet = Key.Defaulted(
        "imagenet_normalisation", BoolShape.Instance, Defaults.ImageNetNormalisation, "Whether ImageNet's mean is subtracted and its standard deviation divided by.");

    public static ObjectShape<PreprocessingOptions> Shape { get; } = new(
        "preprocessing",
        "How a film becomes the input of a network.",
        [CropBorder, Size, Sampling, KeepAspect, DivideByMaximum, ImageNet],
        fields => Defaults with
        {
            CropBorder = fields.Get(CropBorder),
            Size = (int)fields.Get(Size),
            Resampling = fields.Get(Sampling),
            KeepAspect = fields.Get(KeepAspect),
            DivideByMaximum = fields.Get(DivideByMaximum),
            ImageNetNormalisation = fields.Get(ImageNet),
        });
}
