using System.Globalization;
using System.Text.RegularExpressions;

namespace Neatx.Learning.Weights.Keras;

/// <summary>
/// ResNet50 (v1) of keras.applications, in its two namings: conv1_conv, conv2_block1_1_conv, conv2_block1_0_bn, ... since 1.0.7, and conv1, res2a_branch2a,
/// bn2a_branch1, ... before, when batch norms had an epsilon of 1e-3.
/// </summary>
internal static partial class KerasResNet
{
    private const double Epsilon = 1.001e-5, EpsilonBefore = 1e-3;

    public static KerasLayers Layers(IReadOnlyCollection<string> layers) =>
        // The second version norms before its convolutions, which no network here does.
        layers.Contains("post_bn", StringComparer.Ordinal)
            ? KerasLayers.Of("ResNet50V2", "fc", [], Module)
            : KerasLayers.Of("ResNet50", "fc", layers, Module, layers.Contains("bn_conv1", StringComparer.Ordinal) ? EpsilonBefore - Epsilon : 0);

    private static string? Module(string layer)
    {
        switch (layer)
        {
            case "conv1_conv" or "conv1": return "conv1";
            case "conv1_bn" or "bn_conv1": return "bn1";
        }

        if (Block().Match(layer) is { Success: true } block)
            return Named(block, int.Parse(block.Groups["block"].ValueSpan, CultureInfo.InvariantCulture) - 1, block.Groups["number"].Value, block.Groups["kind"].Value == "bn");
        if (Branch().Match(layer) is not { Success: true } branch) return null;
        var number = branch.Groups["branch"].Value switch { "2a" => "1", "2b" => "2", "2c" => "3", _ => "0" };
        return Named(branch, branch.Groups["block"].Value[0] - 'a', number, branch.Groups["kind"].Value == "bn");
    }

    /// <summary>Number 0 is the shortcut.</summary>
    private static string Named(Match match, int block, string number, bool isNorm)
    {
        var stage = int.Parse(match.Groups["stage"].ValueSpan, CultureInfo.InvariantCulture) - 1;
        var module = number == "0" ? $"downsample.{(isNorm ? 1 : 0)}" : $"{(isNorm ? "bn" : "conv")}{number}";
        return string.Create(CultureInfo.InvariantCulture, $"layer{stage}.{block}.{module}");
    }

    [GeneratedRegex(@"^conv(?<stage>[2-5])_block(?<block>\d)_(?<number>[0-3])_(?<kind>bn|conv)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?<kind>res|bn)(?<stage>[2-5])(?<block>[a-f])_branch(?<branch>1|2a|2b|2c)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Branch();
}
