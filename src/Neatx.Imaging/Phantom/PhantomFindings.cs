namespace Neatx.Imaging.Phantom;

/// <summary>What a phantom film may show: the four tubes of the NEATX paper and three pathologies.</summary>
[Flags]
public enum PhantomFindings
{
    None = 0,

    /// <summary>Enters from the side between two ribs and runs to the apex or the base of the pleural space; an opaque stripe with a gap near the tip.</summary>
    ChestDrain = 1,

    /// <summary>In the midline from the mouth to above the carina; a thin opaque line in its wall.</summary>
    EndotrachealTube = 2,

    /// <summary>Short, wide and curved, from the front of the neck to the middle of the trachea.</summary>
    TracheostomyTube = 4,

    /// <summary>Thin, down the oesophagus in the midline, its tip below the diaphragm.</summary>
    NasogastricTube = 8,

    /// <summary>Air between lung and chest wall: a pleural line, and no vessels outside it.</summary>
    Pneumothorax = 16,

    /// <summary>Fluid at the base of the pleural space: a blunted angle and a meniscus.</summary>
    Effusion = 32,

    /// <summary>A heart wider than half the chest.</summary>
    Cardiomegaly = 64,
}
