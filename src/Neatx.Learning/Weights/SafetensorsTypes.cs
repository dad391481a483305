namespace Neatx.Learning.Weights;

/// <summary>What safetensors calls element types.</summary>
internal static class SafetensorsTypes
{
    private static readonly Dictionary<string, DataType> ByCode = Enum.GetValues<DataType>().ToDictionary(CodeOf, StringComparer.Ordinal);

    public static string All => string.Join(", ", ByCode.Keys);

    public static string CodeOf(DataType type) => type.ToString().ToUpperInvariant();

    public static bool TryParse(string code, out DataType type) => ByCode.TryGetValue(code, out type);
}
