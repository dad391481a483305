using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Neatx.Core.Training;

namespace Neatx.Learning.Features;

/// <summary>Numbers as the cache keeps them, little-endian: 32 bits, or rounded to the nearest of 16 bits, ties to even.</summary>
internal static class FeatureEncoding
{
    public static int BytesOf(FeatureStorage storage) => storage == FeatureStorage.Fp32 ? sizeof(float) : sizeof(ushort);

    /// <summary>Writes values as they are kept.</summary>
    /// <exception cref="ArgumentException">The target does not hold as many.</exception>
    public static void Encode(ReadOnlySpan<float> values, FeatureStorage storage, Span<byte> target)
    {
        if (target.Length != values.Length * BytesOf(storage)) throw new ArgumentException($"Room for {values.Length} values is needed.", nameof(target));
        switch (storage)
        {
            case FeatureStorage.Fp32:
                MemoryMarshal.AsBytes(values).CopyTo(target);
                break;
            case FeatureStorage.Fp16:
                TensorPrimitives.ConvertToHalf(values, MemoryMarshal.Cast<byte, Half>(target));
                break;
            default:
                var shorts = MemoryMarshal.Cast<byte, ushort>(target);
                for (var index = 0; index < values.Length; index++)
                {
                    var bits = BitConverter.SingleToUInt32Bits(values[index]);
                    shorts[index] = (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
                }

                break;
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="ArgumentException">The source does not hold as many.</exception>
    public static void Decode(ReadOnlySpan<byte> source, FeatureStorage storage, Span<float> values)
    {
        if (source.Length != values.Length * BytesOf(storage)) throw new ArgumentException($"{values.Length} values are needed.", nameof(source));
        switch (storage)
        {
            case FeatureStorage.Fp32:
                MemoryMarshal.Cast<byte, float>(source).CopyTo(values);
                break;
            case FeatureStorage.Fp16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(source), values);
                break;
            default:
                var shorts = MemoryMarshal.Cast<byte, ushort>(source);
                for (var index = 0; index < values.Length; index++) values[index] = BitConverter.UInt32BitsToSingle((uint)shorts[index] << 16);
                break;
        }
    }

    /// <summary>What encoding does to values.</summary>
    /// <param name="values">As computed.</param>
    /// <param name="kept">As kept and read again; overwritten.</param>
    public static FeatureError ErrorOf(ReadOnlySpan<float> values, Span<float> kept)
    {
        TensorPrimitives.Subtract(values, kept, kept);
        return new FeatureError
        {
            LargestDifference = Math.Abs(TensorPrimitives.MaxMagnitude<float>(kept)),
            LargestValue = Math.Abs(TensorPrimitives.MaxMagnitude(values)),
            SquaredDifferences = TensorPrimitives.SumOfSquares<float>(kept),
            SquaredValues = TensorPrimitives.SumOfSquares(values),
            Values = values.Length,
        };
    }
}
