using System.Text.RegularExpressions;

namespace Neatx.Learning.Weights.Keras;

/// <summary>What Keras calls the weights of a layer, over its versions, and what torchvision does.</summary>
internal static partial class KerasParts
{
    /// <summary>"conv1/conv/kernel:0", "conv1_W_1:0", "bn_conv1_running_std:0" (a variance, whatever Keras 1 called it); null for what no layer here has.</summary>
    public static KerasPart? Of(string weightName)
    {
        var match = Ending().Match(weightName);
        if (!match.Success) return null;
        return match.Groups["part"].Value switch
        {
            "kernel" or "W" => KerasPart.Kernel,
            "depthwise_kernel" => KerasPart.DepthwiseKernel,
            "bias" or "b" => KerasPart.Bias,
            "gamma" => KerasPart.Gamma,
            "beta" => KerasPart.Beta,
            "moving_mean" or "running_mean" => KerasPart.MovingMean,
            _ => KerasPart.MovingVariance,
        };
    }

    /// <summary>The name within a layer as it is written here: "kernel", "moving_variance", ...</summary>
    public static string NameOf(KerasPart part) => part switch
    {
        KerasPart.DepthwiseKernel => "depthwise_kernel",
        KerasPart.MovingMean => "moving_mean",
        KerasPart.MovingVariance => "moving_variance",
        _ => part.ToString().ToLowerInvariant(),
    };

    /// <summary>The name within a module of PyTorch.</summary>
    public static string TorchNameOf(KerasPart part) => part switch
    {
        KerasPart.Kernel or KerasPart.DepthwiseKernel or KerasPart.Gamma => "weight",
        KerasPart.MovingMean => "running_mean",
        KerasPart.MovingVariance => "running_var",
        _ => "bias",
    };

    [GeneratedRegex(@"(^|[/_])(?<part>kernel|W|depthwise_kernel|bias|b|gamma|beta|moving_mean|running_mean|moving_variance|running_var|running_std)(_\d+)?(:\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
