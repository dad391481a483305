using System.Globalization;
using System.Text.RegularExpressions;

namespace Neatx.Learning.Weights.Keras;

/// <summary>DenseNet121 of keras.applications: conv1/conv, conv2_block1_0_bn, conv2_block1_1_conv, ..., pool2_bn, pool2_conv, ..., bn.</summary>
internal static partial class KerasDenseNet
{
    public static KerasLayers Layers(IEnumerable<string> layers) => KerasLayers.Of("DenseNet", "classifier", layers, Module);

    private static string? Module(string layer)
    {
        switch (layer)
        {
            case "conv1/conv" or "conv1_conv": return "features.conv0";
            case "conv1/bn" or "conv1_bn": return "features.norm0";
            case "bn": return "features.norm5";
        }

        if (Transition().Match(layer) is { Success: true } transition)
            return $"features.transition{Less1(transition)}.{(transition.Groups["kind"].Value == "bn" ? "norm" : "conv")}";
        if (Dense().Match(layer) is not { Success: true } dense) return null;
        var module = (dense.Groups["number"].Value, dense.Groups["kind"].Value) switch
        {
            ("0", "bn") => "norm1",
            ("1", "conv") => "conv1",
            ("1", "bn") => "norm2",
            ("2", "conv") => "conv2",
            _ => null,
        };
        return module is null ? null : $"features.denseblock{Less1(dense)}.denselayer{dense.Groups["layer"].Value}.{module}";
    }

    /// <summary>Keras counts the stem as the first block.</summary>
    private static string Less1(Match match) => (int.Parse(match.Groups["block"].Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^conv(?<block>[2-5])_block(?<layer>\d+)_(?<number>[0-2])_(?<kind>bn|conv)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dense();

    [GeneratedRegex(@"^pool(?<block>[2-4])_(?<kind>bn|conv)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Transition();
}
