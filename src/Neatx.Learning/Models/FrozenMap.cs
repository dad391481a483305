using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>
/// A batch of maps that nothing trains, as two rectified batch norms read it: the one before the first convolution, and the one before the global mean. With x' for the
/// normalised map and m for 1 where weight x' + bias is positive and 0 elsewhere, a rectified norm is weight (m x') + bias m: linear in weight and bias once m x' and m
/// are known, with the very gradient of the ReLU. So one pass over the map gives all that the step needs of it, and no gradient as large as the map is made.
/// Bits do not depend on threads: a channel is one thread's.
/// </summary>
internal sealed unsafe class FrozenMap
{
    private readonly int _images, _channels, _pixels;
    private readonly double _epsilon;

    private FrozenMap(Tensor input, double epsilon)
    {
        (_images, _channels, _pixels, _epsilon) = ((int)input.shape[0], (int)input.shape[1], (int)(input.shape[2] * input.shape[3]), epsilon);
        Parts = empty([_images, 2 * _channels, input.shape[2], input.shape[3]]);
        (Means, Variances, MeanOfNormalised, MeanOfMask) = (empty(_channels), empty(_channels), empty(_images, _channels), empty(_images, _channels));
    }

    /// <summary>images x 2 channels x height x width: m x', then m, of the norm before the convolution.</summary>
    public Tensor Parts { get; }

    /// <summary>Of each channel over the batch.</summary>
    public Tensor Means { get; }

    /// <summary>Of each channel over the batch, divided by n.</summary>
    public Tensor Variances { get; }

    /// <summary>images x channels: the mean of m x' over the pixels, of the norm before the global mean.</summary>
    public Tensor MeanOfNormalised { get; }

    /// <summary>images x channels: the mean of m.</summary>
    public Tensor MeanOfMask { get; }

    /// <summary>Values that each channel's statistics are of.</summary>
    public long Values => (long)_images * _pixels;

    /// <summary>Whether a batch can be read so: maps on the processor that ask for no gradient, and small enough to be addressed as one span when doubled.</summary>
    public static bool Fits(Tensor input) =>
        input.dim() == 4 && input.device_type == TorchSharp.DeviceType.CPU && input.dtype == ScalarType.Float32 && !input.requires_grad
        && input.shape[0] * input.shape[2] * input.shape[3] > 1 && input.numel() * 2 * sizeof(float) <= int.MaxValue;

    /// <summary>Reads a batch.</summary>
    /// <param name="input">images x channels x height x width.</param>
    /// <param name="epsilon">Added to variances.</param>
    /// <param name="first">Weight and bias of the norm before the convolution.</param>
    /// <param name="second">Weight and bias of the norm before the global mean.</param>
    public static FrozenMap Of(Tensor input, double epsilon, (Tensor Weight, Tensor Bias) first, (Tensor Weight, Tensor Bias) second)
    {
        var map = new FrozenMap(input, epsilon);
        using var values = input.contiguous();
        float* x = Start(values), parts = Start(map.Parts), means = Start(map.Means), variances = Start(map.Variances);
        float* normalised = Start(map.MeanOfNormalised), masks = Start(map.MeanOfMask);
        float* weight1 = Start(first.Weight), bias1 = Start(first.Bias), weight2 = Start(second.Weight), bias2 = Start(second.Bias);
        Parallel.For(0, map._channels, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, channel =>
        {
            var (mean, variance) = map.Statistics(x, channel);
            (means[channel], variances[channel]) = ((float)mean, (float)variance);
            var scale = (float)(1 / Math.Sqrt(variance + map._epsilon));
            for (var image = 0; image < map._images; image++)
            {
                var place = (image * map._channels) + channel;
                var to = parts + ((long)((2 * image * map._channels) + channel) * map._pixels);
                var (sum, count) = map.Rectify(
                    x + ((long)place * map._pixels), (float)mean, scale, (weight1[channel], bias1[channel]), (weight2[channel], bias2[channel]), to, to + ((long)map._channels * map._pixels));
                (normalised[place], masks[place]) = (sum / map._pixels, count / map._pixels);
            }
        });
        return map;
    }

    private static float* Start(Tensor values) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values.bytes));

    /// <summary>In two passes: what is subtracted is the mean and not 0, so that nothing cancels.</summary>
    private (double Mean, double Variance) Statistics(float* x, int channel)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var image = 0; image < _images; image++) sum += System.Numerics.Tensors.TensorPrimitives.Sum(Row(x, image, channel));
        var mean = (float)(sum / Values);
        for (var image = 0; image < _images; image++)
        {
            var row = Row(x, image, channel);
            var (lanes, rest, place) = (Vector<float>.Zero, 0f, 0);
            for (; place <= row.Length - Vector<float>.Count; place += Vector<float>.Count)
            {
                var difference = new Vector<float>(row[place..]) - new Vector<float>(mean);
                lanes += difference * difference;
            }

            for (; place < row.Length; place++) rest += (row[place] - mean) * (row[place] - mean);
            squares += Vector.Sum(lanes) + rest;
        }

        return (mean, squares / Values);
    }

    private ReadOnlySpan<float> Row(float* x, int image, int channel) => new(x + ((long)((image * _channels) + channel) * _pixels), _pixels);

    /// <summary>One channel of one image: writes m x' and m of the first norm; gives the sums of those of the second.</summary>
    private (float Sum, float Count) Rectify(
        float* x, float mean, float scale, (float Weight, float Bias) first, (float Weight, float Bias) second, float* normalised, float* mask)
    {
        var (sums, counts, one, zero) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.One, Vector<float>.Zero);
        var place = 0;
        for (; place <= _pixels - Vector<float>.Count; place += Vector<float>.Count)
        {
            var value = (Vector.Load(x + place) - new Vector<float>(mean)) * scale;
            // Asked so that what is not a number stays that.
            var isOff = Vector.LessThanOrEqual((value * first.Weight) + new Vector<float>(first.Bias), zero);
            Vector.ConditionalSelect(isOff, zero, value).Store(normalised + place);
            Vector.ConditionalSelect(isOff, zero, one).Store(mask + place);
            isOff = Vector.LessThanOrEqual((value * second.Weight) + new Vector<float>(second.Bias), zero);
            sums += Vector.ConditionalSelect(isOff, zero, value);
            counts += Vector.ConditionalSelect(isOff, zero, one);
        }

        var (sum, count) = (Vector.Sum(sums), Vector.Sum(counts));
        for (; place < _pixels; place++)
        {
            var value = (x[place] - mean) * scale;
            (normalised[place], mask[place]) = (value * first.Weight) + first.Bias <= 0 ? (0, 0) : (value, 1);
            (sum, count) = (value * second.Weight) + second.Bias <= 0 ? (sum, count) : (sum + value, count + 1);
        }

        return (sum, count);
    }
}
