namespace Neatx.Imaging.Films;

/// <summary>Why a film cannot be used.</summary>
public enum RefusalReason
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file cannot be opened, or its content is damaged.</summary>
    Unreadable,

    /// <summary>The file ends before its image does.</summary>
    Truncated,

    /// <summary>The file or the image it announces is larger than <see cref="FilmLimits"/> allow; nothing was decoded.</summary>
    TooLarge,

    /// <summary>The file is something that is not read: another format, or a kind of PNG, JPEG or DICOM that no film has.</summary>
    Unsupported,

    /// <summary>Every pixel has the same value.</summary>
    Constant,
}
