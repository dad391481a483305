using System.Runtime.InteropServices;

namespace Neatx.Imaging.Dicom;

/// <summary>One element of a data set.</summary>
/// <param name="Tag">Group and element: 0x00280010 are the rows.</param>
/// <param name="Start">Where its value begins in the file.</param>
/// <param name="Length">Bytes of its value; <see cref="Undefined"/> when it ends at a delimiter.</param>
/// <param name="Unknown">Its type is UN: what is nested in it does not name types.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DicomElement(uint Tag, int Start, uint Length, bool Unknown)
{
    public const uint Undefined = uint.MaxValue;

    /// <summary>As DICOM writes tags: (0028,0010).</summary>
    public static string Name(uint tag) => $"({tag >> 16:X4},{tag & 0xFFFF:X4})";
}
