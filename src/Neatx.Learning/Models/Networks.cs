using Neatx.Core.Training;

namespace Neatx.Learning.Models;

/// <summary>The networks by name. Classifiers take three channels with values in [0, 1] and end in logits, one output a head.</summary>
public static class Networks
{
    /// <summary>The network of a run, its input steps included: what it is fed is value / 65,535 of a prepared image, in three equal channels.</summary>
    public static Network Create(RunConfig run) => Create(run.Architecture, run.Variant, run.Heads, new NetworkOptions
    {
        Dropout = run.Recipe.Dropout,
        ImageNetNormalisation = run.Preprocessing.ImageNetNormalisation,
        // Who asks for what the weights were trained on means all of it.
        TransformInput = run.Preprocessing.ImageNetNormalisation && run.Architecture == Architecture.InceptionV3,
    });

    /// <summary>A classifier with a linear layer a head.</summary>
    /// <exception cref="ArgumentException">There is no head, or one without findings.</exception>
    public static Network Create(Architecture architecture, ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions? options = null)
    {
        options ??= new NetworkOptions();
        return architecture switch
        {
            Architecture.DenseNet121 => DenseNets.Create(variant, heads, options),
            Architecture.ResNet50 => ResNets.Create(variant, heads, options),
            Architecture.InceptionV3 => Inceptions.Create(variant, heads, options),
            Architecture.Ours => DenseNets.CreateOurs(variant, heads, options),
            Architecture.Small => DenseNets.CreateSmall(variant, heads, options),
            _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, "Unknown architecture."),
        };
    }

    /// <summary>A U-Net for gray films whose sides are multiples of 16: a map of logits a mask.</summary>
    /// <param name="masks">How many, for instance 1 for both lungs.</param>
    /// <param name="width">Channels at full size; 16 gives 1.9 million parameters.</param>
    public static Network CreateUNet(int masks = 1, int width = 16) => UNets.Create(masks, width);

    /// <summary>
    /// The node at which a network is cut: what lies <see cref="Network.Before"/> is frozen, what comes <see cref="Network.After"/> is trained.
    /// The input where nothing is frozen.
    /// </summary>
    public static string TailStart(Architecture architecture, FreezePolicy policy) => (policy, architecture) switch
    {
        (FreezePolicy.None, _) => NetworkBuilder.Image,
        (FreezePolicy.HeadOnly, _) => "flatten",
        // The last dense layer reads the concatenation of all before it: nine layers of Keras, as in the paper's script.
        (_, Architecture.DenseNet121 or Architecture.Ours) => $"{DenseNets.Layer(4, 15)}.concat",
        (_, Architecture.Small) => $"{DenseNets.Layer(3, 7)}.concat",
        (_, Architecture.ResNet50) => "layer4.1.relu",
        (_, Architecture.InceptionV3) => "Mixed_7b",
        _ => throw new ArgumentOutOfRangeException(nameof(architecture), architecture, "Unknown architecture."),
    };
}
