using Neatx.Core.Training;

namespace Neatx.Imaging.Resizing;

/// <summary>
/// One axis of a resize: each pixel of the result is a weighted sum of neighbours in the source. Smoothing and interpolation are both linear, so
/// one kernel does both at once.
/// </summary>
internal sealed class AxisWeights
{
    private const double Truncate = 4;

    private AxisWeights(int[] starts, float[] weights, int taps) => (Starts, Weights, Taps) = (starts, weights, taps);

    /// <summary>For each pixel of the result, the first source pixel of its sum.</summary>
    public int[] Starts { get; }

    /// <summary><see cref="Taps"/> weights for each pixel of the result, filled up with zeros; those of a pixel sum to 1.</summary>
    public float[] Weights { get; }

    /// <summary>A multiple of <see cref="Lanes"/>; with the start, may reach beyond the source where weights are 0.</summary>
    public int Taps { get; }

    /// <summary>The taps are filled up to a multiple of this.</summary>
    public const int Lanes = 8;

    /// <param name="from">Pixels of the source along the axis, at least 1.</param>
    /// <param name="to">Pixels of the result, at least 1.</param>
    /// <param name="resampling">The kernel.</param>
    public static AxisWeights Of(int from, int to, Resampling resampling)
    {
        var scale = from / (double)to;
        var kernel = Gaussian(resampling == Resampling.Antialiased ? Math.Max(0, (scale - 1) / 2) : 0);
        Func<int, int, int> beyond = resampling == Resampling.Antialiased ? Mirror : Clamp;
        var sums = new (int Start, double[] Weights)[to];
        var line = new double[from];
        for (var pixel = 0; pixel < to; pixel++)
        {
            var position = ((pixel + .5) * scale) - .5;
            var floor = (int)Math.Floor(position);
            var fraction = position - floor;
            var (first, last) = (from, -1);
            Span<(int At, double Weight)> pair = [(beyond(floor, from), 1 - fraction), (beyond(floor + 1, from), fraction)];
            foreach (var (at, weight) in pair)
            {
                if (weight == 0) continue;
                for (var tap = 0; tap < kernel.Length; tap++)
                {
                    var source = beyond(at + tap - (kernel.Length / 2), from);
                    line[source] += weight * kernel[tap];
                    (first, last) = (Math.Min(first, source), Math.Max(last, source));
                }
            }

            sums[pixel] = (first, line[first..(last + 1)]);
            Array.Clear(line, first, last + 1 - first);
        }

        return Filled(sums);
    }

    /// <summary>Means over equal stretches of the source; a pixel on an edge counts by its share.</summary>
    /// <param name="from">Pixels of the source along the axis, at least 1.</param>
    /// <param name="to">Pixels of the result, at least 1.</param>
    public static AxisWeights Mean(int from, int to)
    {
        var sums = new (int Start, double[] Weights)[to];
        for (var pixel = 0L; pixel < to; pixel++)
        {
            // In units of 1 / to of a source pixel, all is whole.
            var (start, end) = (pixel * from, (pixel + 1) * from);
            var first = (int)(start / to);
            var last = (int)((end - 1) / to);
            sums[pixel] = (first, [.. Enumerable.Range(first, last - first + 1).Select(source =>
                (Math.Min(end, (source + 1L) * to) - Math.Max(start, (long)source * to)) / (double)from)]);
        }

        return Filled(sums);
    }

    /// <summary>The weights of a pixel of the result.</summary>
    public ReadOnlySpan<float> Of(int pixel) => Weights.AsSpan(pixel * Taps, Taps);

    private static AxisWeights Filled((int Start, double[] Weights)[] sums)
    {
        var taps = (sums.Max(sum => sum.Weights.Length) + Lanes - 1) / Lanes * Lanes;
        var weights = new float[sums.Length * taps];
        for (var pixel = 0; pixel < sums.Length; pixel++)
            for (var tap = 0; tap < sums[pixel].Weights.Length; tap++)
                weights[(pixel * taps) + tap] = (float)sums[pixel].Weights[tap];
        return new AxisWeights([.. sums.Select(sum => sum.Start)], weights, taps);
    }

    private static double[] Gaussian(double sigma)
    {
        var radius = (int)((Truncate * sigma) + .5);
        if (radius == 0) return [1];
        var kernel = new double[(2 * radius) + 1];
        for (var i = 0; i < kernel.Length; i++) kernel[i] = Math.Exp(-.5 * Math.Pow((i - radius) / sigma, 2));
        var sum = kernel.Sum();
        return [.. kernel.Select(weight => weight / sum)];
    }

    /// <summary>As if a mirror stood on the last pixel: 2 1 | 0 1 2 | 1 0.</summary>
    private static int Mirror(int at, int length)
    {
        if (length == 1) return 0;
        var period = 2 * (length - 1);
        var within = ((at % period) + period) % period;
        return within < length ? within : period - within;
    }

    /// <summary>As if the last pixel went on: 0 0 | 0 1 2 | 2 2.</summary>
    private static int Clamp(int at, int length) => Math.Clamp(at, 0, length - 1);
}
