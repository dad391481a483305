namespace Neatx.Learning.Models.Operations;

/// <summary>A fully connected layer: weight times x, plus bias.</summary>
/// <param name="Inputs">Values it reads.</param>
/// <param name="Outputs">Values it makes.</param>
/// <param name="ZeroBias">The bias starts at 0, as in torchvision's DenseNet; else it is drawn like the weight, as torch does.</param>
public sealed record Linear(int Inputs, int Outputs, bool ZeroBias = false) : Operation
{
    /// <summary>weight, outputs x inputs; bias.</summary>
    public override IReadOnlyList<Parameter> Parameters =>
    [
        new("weight", [Outputs, Inputs], InitialValues.UniformOverInputs(Inputs)),
        new("bias", [Outputs], ZeroBias ? InitialValues.Zero : InitialValues.UniformOverInputs(Inputs)),
    ];

    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var input = One(inputs);
        return input.IsVector && input.Channels == Inputs
            ? Shape.Vector(Outputs)
            : throw new ArgumentException($"Expected a vector of {Inputs:D}, found {input}.", nameof(inputs));
    }

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape result) => (long)Inputs * Outputs;
}
