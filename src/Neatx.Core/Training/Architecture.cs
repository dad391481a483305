namespace Neatx.Core.Training;

/// <summary>The networks that Neatx trains.</summary>
public enum Architecture
{
    /// <summary>DenseNet-121 (Huang et al. 2017), 7,978,856 parameters with 1,000 outputs.</summary>
    DenseNet121,

    /// <summary>ResNet-50 (He et al. 2016), 25,557,032 parameters with 1,000 outputs.</summary>
    ResNet50,

    /// <summary>Inception v3 (Szegedy et al. 2016), 27,161,264 parameters with 1,000 outputs and the auxiliary head.</summary>
    InceptionV3,

    /// <summary>The paper's own: DenseNet-121 with pooling, a dense layer and dropout before the outputs.</summary>
    Ours,

    /// <summary>A densely connected network small enough to train whole on a laptop; has no pretrained weights.</summary>
    Small,
}
