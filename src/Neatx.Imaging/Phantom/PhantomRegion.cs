namespace Neatx.Imaging.Phantom;

/// <summary>What a mask of a phantom film covers.</summary>
public enum PhantomRegion
{
    /// <summary>Both lung fields as a reader would outline them: above the diaphragm, without heart and mediastinum, pneumothorax and effusion included.</summary>
    Lungs,

    /// <summary>The silhouette of the heart, great vessels left out.</summary>
    Heart,

    ChestDrain,

    EndotrachealTube,

    TracheostomyTube,

    NasogastricTube,

    /// <summary>The air outside the collapsed lung.</summary>
    Pneumothorax,

    /// <summary>The fluid above the diaphragm.</summary>
    Effusion,
}
