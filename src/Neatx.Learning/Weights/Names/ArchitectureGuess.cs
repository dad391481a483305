using Neatx.Core.Training;

namespace Neatx.Learning.Weights.Names;

/// <summary>Whose weights a file holds, by names that only one architecture has.</summary>
public static class ArchitectureGuess
{
    private static readonly (string Has, string? HasNot, string What, Architecture? Known)[] Marks =
    [
        (".denseblock4.denselayer16.conv2.weight", ".denseblock3.denselayer25.conv2.weight", "DenseNet121", Architecture.DenseNet121),
        (".denseblock3.denselayer48.conv2.weight", null, "DenseNet201", null),
        (".denseblock3.denselayer36.conv2.weight", null, "DenseNet161", null),
        (".denseblock3.denselayer32.conv2.weight", null, "DenseNet169", null),
        (".layer3.5.conv3.weight", ".layer3.6.conv3.weight", "ResNet50", Architecture.ResNet50),
        (".layer3.35.conv3.weight", null, "ResNet152", null),
        (".layer3.22.conv3.weight", null, "ResNet101", null),
        (".layer3.5.conv2.weight", null, "ResNet34", null),
        (".layer3.1.conv2.weight", null, "ResNet18", null),
        (".Mixed_7c.branch_pool.conv.weight", null, "InceptionV3", Architecture.InceptionV3),
        (".denseblock3.denselayer8.conv2.weight", null, "Small", Architecture.Small),
        (".classifier.6.weight", null, "VGG or AlexNet", null),
    ];

    /// <summary>The architecture's name, and which of ours it is if it is one; null where no mark is found.</summary>
    /// <param name="names">torchvision's, with anything before them.</param>
    public static (string What, Architecture? Known)? Of(IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => $".{name}")];
        foreach (var (has, hasNot, what, known) in Marks)
            if (Has(all, has) && (hasNot is null || !Has(all, hasNot)))
                return known == Architecture.DenseNet121 && Has(all, ".dense.weight") ? ("Ours", Architecture.Ours) : (what, known);
        return null;
    }

    private static bool Has(string[] names, string ending) => Array.Exists(names, name => name.EndsWith(ending, StringComparison.Ordinal));
}
