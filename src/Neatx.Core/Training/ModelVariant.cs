namespace Neatx.Core.Training;

/// <summary>Whose details a network follows where publications leave them open.</summary>
public enum ModelVariant
{
    /// <summary>torchvision: batch-norm epsilon 1e-5 (Inception 1e-3), ResNet strides in the 3 x 3 convolution.</summary>
    Torchvision,

    /// <summary>Keras, as the paper used it: batch-norm epsilon 1.001e-5, ResNet v1 strides in the first 1 x 1 convolution.</summary>
    Keras,
}
