namespace Neatx.Learning.Weights;

/// <summary>Sizes and names of element types.</summary>
public static class DataTypes
{
    /// <summary>Bytes of one element: 1, 2, 4 or 8.</summary>
    public static int SizeOf(DataType type) => type switch
    {
        DataType.F64 or DataType.I64 => 8,
        DataType.F32 or DataType.I32 => 4,
        DataType.F16 or DataType.BF16 or DataType.I16 => 2,
        _ => 1,
    };

    /// <summary>The name in messages and tables: "fp32", "bf16", "int64", ...</summary>
    public static string NameOf(DataType type) => type switch
    {
        DataType.F32 => "fp32",
        DataType.F16 => "fp16",
        DataType.F64 => "fp64",
        DataType.I64 => "int64",
        DataType.I32 => "int32",
        DataType.I16 => "int16",
        DataType.I8 => "int8",
        DataType.U8 => "uint8",
        _ => type.ToString().ToLowerInvariant(),
    };
}
