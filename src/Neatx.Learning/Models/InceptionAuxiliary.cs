using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>The tensors of Inception's auxiliary head: in published weights, and counted; not run.</summary>
internal static class InceptionAuxiliary
{
    public static IReadOnlyList<Parameter> Parameters(int outputs)
    {
        Node[] nodes =
        [
            new("AuxLogits.conv0.conv", new Convolution(768, 128, 1, 1), []),
            new("AuxLogits.conv0.bn", new BatchNorm(128, 1e-3), []),
            new("AuxLogits.conv1.conv", new Convolution(128, 768, 5, 5), []),
            new("AuxLogits.conv1.bn", new BatchNorm(768, 1e-3), []),
            new("AuxLogits.fc", new Linear(768, outputs), []),
        ];
        return [.. nodes.SelectMany(node => node.Parameters)];
    }
}
