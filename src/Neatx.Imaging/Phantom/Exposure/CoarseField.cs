namespace Neatx.Imaging.Phantom.Exposure;

/// <summary>A plane of a film at 64 x 64, blurred: what scatters, and what a viewing station evens out, is that coarse. Read back at any pixel by linear interpolation.</summary>
internal sealed class CoarseField
{
    private const int Side = 64;

    private readonly float[] _cells;
    private readonly int _size;

    /// <summary>Averages a plane into cells and blurs it.</summary>
    /// <param name="sigma">Standard deviation of the blur, cm.</param>
    public CoarseField(float[] plane, int size, float sigma)
    {
        _size = size;
        var sums = new double[Side * Side];
        var counts = new int[Side];
        for (var x = 0; x < size; x++) counts[Cell(x)]++;
        for (var y = 0; y < size; y++)
        {
            var line = Cell(y) * Side;
            for (var x = 0; x < size; x++) sums[line + Cell(x)] += plane[(y * size) + x];
        }

        _cells = new float[Side * Side];
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++) _cells[(y * Side) + x] = (float)(sums[(y * Side) + x] / (counts[x] * counts[y]));
        Blur(sigma * Side / Radiograph.Width);
    }

    /// <summary>The field along a row of pixels.</summary>
    public void Row(int row, Span<float> values)
    {
        var (above, v) = Split(row);
        var first = _cells.AsSpan(above * Side, Side);
        var second = _cells.AsSpan(Math.Min(above + 1, Side - 1) * Side, Side);
        Span<float> line = stackalloc float[Side + 1];
        for (var x = 0; x < Side; x++) line[x] = first[x] + (v * (second[x] - first[x]));
        line[Side] = line[Side - 1];
        for (var x = 0; x < values.Length; x++)
        {
            var (left, u) = Split(x);
            values[x] = line[left] + (u * (line[left + 1] - line[left]));
        }
    }

    private int Cell(int pixel) => (int)((long)pixel * Side / _size);

    private (int Cell, float Fraction) Split(int pixel)
    {
        var position = Math.Clamp(((pixel + .5f) * Side / _size) - .5f, 0, Side - 1);
        var cell = (int)position;
        return (cell, position - cell);
    }

    private void Blur(float sigma)
    {
        var reach = (int)MathF.Ceiling(3 * sigma);
        var weights = new float[(2 * reach) + 1];
        for (var offset = -reach; offset <= reach; offset++) weights[offset + reach] = MathF.Exp(-offset * offset / (2 * sigma * sigma));
        var total = weights.Sum();
        var across = new float[Side * Side];
        Pass(_cells, across, 1, Side);
        Pass(across, _cells, Side, 1);

        void Pass(float[] from, float[] to, int step, int line)
        {
            for (var i = 0; i < Side; i++)
            {
                for (var j = 0; j < Side; j++)
                {
                    var sum = 0f;
                    for (var offset = -reach; offset <= reach; offset++)
                        sum += weights[offset + reach] * from[(i * line) + (Math.Clamp(j + offset, 0, Side - 1) * step)];
                    to[(i * line) + (j * step)] = sum / total;
                }
            }
        }
    }
}
