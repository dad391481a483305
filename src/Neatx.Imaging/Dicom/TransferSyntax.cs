using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>How a data set and its pixels are stored.</summary>
/// <param name="Explicit">Elements name the type of their value.</param>
/// <param name="BigEndian">Numbers begin with their highest byte.</param>
/// <param name="Jpeg">The pixels are a JPEG baseline image.</param>
internal sealed record TransferSyntax(bool Explicit, bool BigEndian, bool Jpeg)
{
    private const string Convert = "Convert it with Debian's dcmtk: dcmj2pnm +on2 IN OUT.png";
    private const string Unpack = "Unpack it with Debian's libgdcm-tools: gdcmconv --raw IN OUT.dcm";

    /// <summary>By its UID.</summary>
    /// <exception cref="RefusedFilmException">It is one that is not read.</exception>
    public static TransferSyntax Of(string uid) => uid switch
    {
        "1.2.840.10008.1.2" => new(Explicit: false, BigEndian: false, Jpeg: false),
        "1.2.840.10008.1.2.1" => new(Explicit: true, BigEndian: false, Jpeg: false),
        "1.2.840.10008.1.2.2" => new(Explicit: true, BigEndian: true, Jpeg: false),
        "1.2.840.10008.1.2.4.50" => new(Explicit: true, BigEndian: false, Jpeg: true),
        "1.2.840.10008.1.2.1.99" => throw Refused("its data set is deflated", "Inflate it with Debian's dcmtk: dcmconv +te IN OUT.dcm"),
        "1.2.840.10008.1.2.5" => throw Refused("its pixels are packed by RLE", Convert),
        "1.2.840.10008.1.2.4.51" => throw Refused("its pixels are a 12-bit JPEG", Convert),
        "1.2.840.10008.1.2.4.57" or "1.2.840.10008.1.2.4.70" => throw Refused("its pixels are a lossless JPEG", Convert),
        "1.2.840.10008.1.2.4.80" or "1.2.840.10008.1.2.4.81" => throw Refused("its pixels are JPEG-LS", Unpack),
        "1.2.840.10008.1.2.4.90" or "1.2.840.10008.1.2.4.91" => throw Refused("its pixels are JPEG 2000", Unpack),
        _ => throw Refused($"its transfer syntax is '{Printable(uid)}'", Convert),
    };

    private static RefusedFilmException Refused(string what, string nextStep) => new(
        RefusalReason.Unsupported, $"It is a DICOM file that is not read: {what}; uncompressed pixels or JPEG baseline were expected.", nextStep);

    private static string Printable(string text) => new([.. text.Take(64).Where(letter => !char.IsControl(letter))]);
}
