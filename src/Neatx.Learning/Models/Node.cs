using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>One step of a network.</summary>
/// <param name="Name">Unique; torchvision's path of the module where it has one, for instance "features.denseblock1.denselayer1.conv1".</param>
/// <param name="Operation">What is computed.</param>
/// <param name="Inputs">The nodes whose outputs it reads, in order.</param>
public sealed record Node(string Name, Operation Operation, IReadOnlyList<string> Inputs)
{
    /// <summary>Its parameters under their full names.</summary>
    public IEnumerable<Parameter> Parameters => Operation.Parameters.Select(each => each with { Name = $"{Name}.{each.Name}" });
}
