namespace Neatx.Learning.Weights;

/// <summary>Sizes that one block of memory can have.</summary>
internal static class StorageSize
{
    /// <summary>The number of bytes as an array length.</summary>
    /// <exception cref="InvalidDataException">It is negative or more than an array holds (2 GiB).</exception>
    public static int Of(Int128 bytes, string name) => bytes >= 0 && bytes <= Array.MaxLength
        ? (int)bytes
        : throw new InvalidDataException($"{Wording.Quote(name)} takes {bytes:N0} bytes; a single tensor may have {Array.MaxLength:N0}");
}
