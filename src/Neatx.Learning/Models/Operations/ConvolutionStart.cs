namespace Neatx.Learning.Models.Operations;

/// <summary>What torchvision starts the weights of a convolution from; it differs between its networks.</summary>
public enum ConvolutionStart
{
    /// <summary>Kaiming normal over the inputs of a unit: DenseNet.</summary>
    KaimingInputs,

    /// <summary>Kaiming normal over the units that read an input: ResNet.</summary>
    KaimingOutputs,

    /// <summary>Normal with standard deviation .1: Inception. torchvision truncates at 2, twenty deviations away.</summary>
    NormalTenth,
}
