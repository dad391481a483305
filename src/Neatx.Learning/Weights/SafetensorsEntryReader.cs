using System.Text.Json;

namespace Neatx.Learning.Weights;

/// <summary>One tensor in the header of a safetensors file: {"dtype": "F32", "shape": [64, 3, 7, 7], "data_offsets": [0, 37632]}.</summary>
internal static class SafetensorsEntryReader
{
    /// <exception cref="InvalidDataException">A member is absent, unknown, named twice or of another kind; or the bytes are not as many as type and shape say.</exception>
    public static SafetensorsEntry Read(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(name, "is no object");
        DataType? type = null;
        long[]? shape = null, offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, name, member);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, name, member);
                    break;
                default:
                    throw Wrong(name, $"has the member {Wording.Quote(member)}, which is unknown or there twice; expected are dtype, shape and data_offsets, once each");
            }
        }

        if (type is null || shape is null || offsets is null) throw Wrong(name, "lacks dtype, shape or data_offsets");
        if (TensorShape.ElementsOf(shape) is not { } elements) throw Wrong(name, $"has a shape that no memory holds: {TensorShape.TextOf(shape)}");
        if (offsets is not [var begin, var end] || end < begin) throw Wrong(name, "has data_offsets that are not a begin and an end");
        var expected = (Int128)elements * DataTypes.SizeOf(type.Value);
        if (expected != end - begin)
            throw Wrong(name, $"is {TensorShape.TextOf(shape)} {DataTypes.NameOf(type.Value)}, which takes {expected:N0} bytes, but its data_offsets span {end - begin:N0}");
        return new SafetensorsEntry(name, type.Value, shape, begin, end);
    }

    private static DataType ReadType(ref Utf8JsonReader reader, string name)
    {
        var code = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong(name, "has a dtype that is no text");
        return SafetensorsTypes.TryParse(code, out var type) ? type : throw Wrong(name, $"has the dtype {Wording.Quote(code)}; read are {SafetensorsTypes.All}");
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string name, string member)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(name, $"has a {member} that is no list");
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0 || numbers.Count == TensorShape.MaxRank)
                throw Wrong(name, $"has a {member} that is not a list of at most {TensorShape.MaxRank} whole numbers from 0");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static InvalidDataException Wrong(string name, string what) => new($"{Wording.Quote(name)} in the header {what}");
}
