using Neatx.Learning.Models;

namespace Neatx.Learning.Tests.Models;

/// <summary>The weights and images of Fixtures/parity.py, which says what they are.</summary>
internal static class ParityFormula
{
    public const int Images = 2, Outputs = 5;

    public static ParameterValues Weights(Network network) => new(network.Parameters, (parameter, values) =>
    {
        var numbers = Uniform(parameter.Name, values.Length);
        for (var i = 0; i < values.Length; i++) values[i] = (float)Value(parameter, numbers[i]);
    });

    public static float[] Image(int size)
    {
        var noise = Uniform("image", Images * 3 * size * size);
        return [.. noise.Select((u, i) => (float)((.5 + (.5 * u)) * (i < noise.Length / Images ? 1 : .25)))];
    }

    public static float[] Targets() => [.. Uniform("target", Images * Outputs).Select(u => u > 0 ? 1f : 0f)];

    private static double Value(Parameter parameter, double u) => parameter.Name[(parameter.Name.LastIndexOf('.') + 1)..] switch
    {
        "running_var" => 1 + (.5 * u),
        "running_mean" or "bias" => .1 * u,
        _ when parameter.Shape.Count == 1 => (parameter.Name.Contains(".bn3.", StringComparison.Ordinal) ? .25 : 1) * (1 + (.25 * u)),
        _ => Math.Sqrt(6.0 / parameter.Shape.Skip(1).Aggregate(1, (product, side) => product * side)) * u,
    };

    private static double[] Uniform(string name, int count)
    {
        unchecked
        {
            var seed = 0xCBF29CE484222325;
            foreach (var character in name) seed = (seed ^ character) * 0x100000001B3;
            var numbers = new double[count];
            for (var i = 0; i < count; i++)
            {
                var z = seed + ((ulong)(i + 1) * 0x9E3779B97F4A7C15);
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                numbers[i] = (((z ^ (z >> 31)) >> 40) / 8388608.0) - 1;
            }

            return numbers;
        }
    }
}
