namespace Neatx.Learning.Models.Operations;

/// <summary>A two-dimensional convolution as torch has it: a cross-correlation, padded with zeros.</summary>
/// <param name="InputChannels">Channels it reads.</param>
/// <param name="OutputChannels">Channels it makes.</param>
/// <param name="KernelHeight">Rows of the window.</param>
/// <param name="KernelWidth">Columns of the window.</param>
/// <param name="Stride">Step of the window, both ways.</param>
/// <param name="PaddingHeight">Rows of zeros above and below.</param>
/// <param name="PaddingWidth">Columns of zeros left and right.</param>
/// <param name="Bias">Adds a number to each channel.</param>
/// <param name="Start">What the weights start from.</param>
public sealed record Convolution(
    int InputChannels,
    int OutputChannels,
    int KernelHeight,
    int KernelWidth,
    int Stride = 1,
    int PaddingHeight = 0,
    int PaddingWidth = 0,
    bool Bias = false,
    ConvolutionStart Start = ConvolutionStart.KaimingInputs) : Operation
{
    /// <summary>Shape outputs x inputs x height x width; then the bias, if any.</summary>
    public override IReadOnlyList<Parameter> Parameters
    {
        get
        {
            var weight = new Parameter("weight", [OutputChannels, InputChannels, KernelHeight, KernelWidth], InitialWeights);
            return Bias ? [weight, new Parameter("bias", [OutputChannels], InitialValues.Zero)] : [weight];
        }
    }

    private int Window => KernelHeight * KernelWidth;

    private InitialValues InitialWeights => Start switch
    {
        ConvolutionStart.KaimingOutputs => InitialValues.Kaiming(OutputChannels * Window),
        ConvolutionStart.NormalTenth => new InitialValues(InitialKind.Normal, .1),
        _ => InitialValues.Kaiming(InputChannels * Window),
    };

    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var input = Map(inputs, InputChannels);
        return new Shape(OutputChannels, Slide(input.Height, KernelHeight, Stride, PaddingHeight), Slide(input.Width, KernelWidth, Stride, PaddingWidth));
    }

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape result) => result.Count * InputChannels * Window;
}
