namespace Neatx.Learning.Weights;

/// <summary>What the elements of a stored tensor are, named as in safetensors; all little-endian.</summary>
public enum DataType
{
    /// <summary>IEEE 754 single precision.</summary>
    F32,

    /// <summary>IEEE 754 half precision.</summary>
    F16,

    /// <summary>The upper half of a single: 8 bits of exponent, 7 of fraction.</summary>
    BF16,

    /// <summary>IEEE 754 double precision.</summary>
    F64,

    I64,

    I32,

    I16,

    I8,

    U8,

    /// <summary>One byte, 0 or 1.</summary>
    Bool,
}
