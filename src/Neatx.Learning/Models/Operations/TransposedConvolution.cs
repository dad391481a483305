namespace Neatx.Learning.Models.Operations;

/// <summary>A transposed convolution whose window equals its step, so that its windows do not overlap: it enlarges a map.</summary>
/// <param name="InputChannels">Channels it reads.</param>
/// <param name="OutputChannels">Channels it makes.</param>
/// <param name="Factor">Window and step: how many times larger each side becomes.</param>
public sealed record TransposedConvolution(int InputChannels, int OutputChannels, int Factor) : Operation
{
    /// <summary>Shape inputs x outputs x height x width, as torch has it; then the bias.</summary>
    public override IReadOnlyList<Parameter> Parameters =>
    [
        new("weight", [InputChannels, OutputChannels, Factor, Factor], InitialValues.Kaiming(InputChannels)),
        new("bias", [OutputChannels], InitialValues.Zero),
    ];

    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var input = Map(inputs, InputChannels);
        return new Shape(OutputChannels, input.Height * Factor, input.Width * Factor);
    }

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape result) => result.Count * InputChannels;
}
