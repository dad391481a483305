using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>What happens to an image of three channels with values in [0, 1] before the first layer.</summary>
internal static class InputSteps
{
    private static readonly double[] Mean = [.485, .456, .406];
    private static readonly double[] Deviation = [.229, .224, .225];

    /// <summary>The steps that the options ask for, in the order in which torchvision has them.</summary>
    public static string Add(NetworkBuilder builder, NetworkOptions options)
    {
        var last = NetworkBuilder.Image;
        if (options.ImageNetNormalisation)
            last = builder.Add("normalize", Scale(channel => 1 / Deviation[channel], channel => -Mean[channel] / Deviation[channel]), last);
        if (options.TransformInput)
            last = builder.Add("transform_input", Scale(channel => Deviation[channel] / .5, channel => (Mean[channel] - .5) / .5), last);
        return last;
    }

    private static ChannelScale Scale(Func<int, double> factor, Func<int, double> offset) =>
        new([.. Enumerable.Range(0, 3).Select(channel => (float)factor(channel))], [.. Enumerable.Range(0, 3).Select(channel => (float)offset(channel))]);
}
