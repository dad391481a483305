using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Tests.Driving;

/// <summary>Weights as a network starts from, with batch norms that are not what they start from, so that nothing in them goes unseen.</summary>
internal static class FormulaWeights
{
    public static ParameterValues Of(Network network, ulong seed = 1)
    {
        var initial = ParameterValues.Initialise(network, seed);
        var norms = network.Nodes.Where(node => node.Operation is BatchNorm).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var wide = network.Nodes.Where(node => node.Operation is Convolution { Start: ConvolutionStart.NormalTenth }).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        return new ParameterValues(network.Parameters, (parameter, values) =>
        {
            initial[parameter.Name].CopyTo(values);
            var cut = parameter.Name.LastIndexOf('.');
            // Inception starts from weights that only the statistics of batches keep in bounds.
            if (wide.Contains(parameter.Name[..cut]))
                for (var index = 0; index < values.Length; index++) values[index] *= 10 * MathF.Sqrt(2f * parameter.Shape[0] / values.Length);
            if (!norms.Contains(parameter.Name[..cut])) return;
            for (var index = 0; index < values.Length; index++)
            {
                values[index] += parameter.Name[(cut + 1)..] switch
                {
                    "weight" => .2f * MathF.Sin(index),
                    "running_var" => .5f * MathF.Cos(index),
                    _ => .1f * MathF.Sin(index + 1),
                };
            }
        });
    }
}
