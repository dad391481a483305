using System.Globalization;
using System.Text.RegularExpressions;

namespace Neatx.Learning.Weights.Keras;

/// <summary>
/// InceptionV3 of keras.applications, whose 94 convolutions and norms have no names but numbers, in the order of their making: conv2d_1 or conv2d to conv2d_94, from
/// another number where other networks were made before in the same program. Files list them in another order.
/// </summary>
internal static partial class KerasInception
{
    private static readonly string[] Modules =
    [
        "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "Conv2d_3b_1x1", "Conv2d_4a_3x3",
        .. Block(["Mixed_5b", "Mixed_5c", "Mixed_5d"], ["1x1", "5x5_1", "5x5_2", "3x3dbl_1", "3x3dbl_2", "3x3dbl_3", "_pool"]),
        .. Block(["Mixed_6a"], ["3x3", "3x3dbl_1", "3x3dbl_2", "3x3dbl_3"]),
        .. Block(["Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e"], ["1x1", "7x7_1", "7x7_2", "7x7_3", "7x7dbl_1", "7x7dbl_2", "7x7dbl_3", "7x7dbl_4", "7x7dbl_5", "_pool"]),
        .. Block(["Mixed_7a"], ["3x3_1", "3x3_2", "7x7x3_1", "7x7x3_2", "7x7x3_3", "7x7x3_4"]),
        .. Block(["Mixed_7b", "Mixed_7c"], ["1x1", "3x3_1", "3x3_2a", "3x3_2b", "3x3dbl_1", "3x3dbl_2", "3x3dbl_3a", "3x3dbl_3b", "_pool"]),
    ];

    public static KerasLayers Layers(IEnumerable<StoredTensor> tensors)
    {
        string[] layers = [.. tensors.Select(tensor => tensor.Name[..tensor.Name.LastIndexOf('/')]).Distinct(StringComparer.Ordinal)];
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, module) in (ReadOnlySpan<(string, string)>)[("conv", "conv"), ("batch", "bn")])
        {
            var numbered = layers.Select(layer => (layer, match: Numbered().Match(layer)))
                .Where(each => each.match.Success && each.layer.StartsWith(kind, StringComparison.Ordinal))
                .OrderBy(each => each.match.Groups["number"] is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 0)
                .ToList();
            if (numbered.Count != Modules.Length) return new KerasLayers("InceptionV3", "fc", new Dictionary<string, string>(StringComparer.Ordinal));
            for (var index = 0; index < Modules.Length; index++) modules.Add(numbered[index].layer, $"{Modules[index]}.{module}");
        }

        return new KerasLayers("InceptionV3", "fc", modules);
    }

    private static IEnumerable<string> Block(string[] blocks, string[] branches) => blocks.SelectMany(block => branches.Select(branch => $"{block}.branch{branch}"));

    [GeneratedRegex(@"^(conv2d|convolution2d|batch_normalization|batchnormalization)(_(?<number>\d{1,6}))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
