namespace Neatx.Core.Campaign;

/// <summary>What an image is in the campaign for. The numbers are stored and must not change.</summary>
public enum ImagePool
{
    /// <summary>To be rated.</summary>
    Main = 0,

    /// <summary>Of the reference standard, for training.</summary>
    Training = 1,

    /// <summary>Of the reference standard, for qualification.</summary>
    Qualification = 2,

    /// <summary>Of the reference standard, hidden among the images to be rated.</summary>
    Hidden = 3,
}
