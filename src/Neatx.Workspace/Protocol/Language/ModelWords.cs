using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>The words of <see cref="Architecture"/>.</summary>
internal static class ModelWords
{
    private static readonly (string Word, Architecture Model, string Title, string Description)[] All =
    [
        ("densenet121", Architecture.DenseNet121, "DenseNet121", "DenseNet-121 (Huang et al. 2017)."),
        ("resnet50", Architecture.ResNet50, "ResNet50", "ResNet-50 (He et al. 2016)."),
        ("inceptionv3", Architecture.InceptionV3, "InceptionV3", "Inception v3 (Szegedy et al. 2016)."),
        ("ours", Architecture.Ours, "Ours", "The paper's own: DenseNet-121 with pooling, a dense layer and dropout before the outputs."),
        ("small", Architecture.Small, "Small", "A small densely connected network that a laptop trains whole; it has no pretrained weights."),
    ];

    public static WordShape<Architecture> Shape { get; } = new("a model", [.. All.Select(each => new Word<Architecture>(each.Word, each.Model, each.Description))]);

    /// <summary>The same words as keys of a map.</summary>
    public static WordShape<string> Keys { get; } = new("a model", [.. All.Select(each => new Word<string>(each.Word, each.Word, each.Description))]);

    public static string Of(Architecture model) => All.First(each => each.Model == model).Word;

    public static Architecture Model(string word) => All.First(each => each.Word == word).Model;

    /// <summary>What reports call a model.</summary>
    public static string Title(Architecture model) => All.First(each => each.Model == model).Title;
}
