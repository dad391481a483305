using System.Globalization;
using Neatx.Core.Training;

namespace Neatx.Workspace.Images;

/// <summary>How films are prepared, in words.</summary>
internal static class Preparation
{
    /// <summary>One clause a step, "512 x 512 pixels, border cut off, ...".</summary>
    public static string Words(PreprocessingOptions options)
    {
        string[] steps =
        [
            string.Create(CultureInfo.InvariantCulture, $"{options.Size} x {options.Size} pixels"),
            options.CropBorder ? "constant border cut off" : "border kept",
            options.KeepAspect ? "aspect ratio kept" : "stretched",
            options.Resampling == Resampling.Antialiased ? "antialiased" : "bilinear without antialiasing",
            options.DivideByMaximum ? "divided by the film's maximum" : "divided by the format's maximum",
            .. options.ImageNetNormalisation ? new[] { "normalised as ImageNet" } : [],
        ];
        return string.Join(", ", steps);
    }
}
