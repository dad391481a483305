namespace Neatx.Learning.Onnx;

/// <summary>How a network is written as ONNX. The defaults serve inference within Neatx.</summary>
public sealed record OnnxOptions
{
    /// <summary>
    /// Saves work where the function stays the same but for rounding: a batch norm is worked into the convolution before it, a mean over windows is taken before a
    /// 1 x 1 convolution and not behind it, and a convolution of three equal channels becomes one of one. Default: true.
    /// </summary>
    public bool Simplify { get; init; } = true;

    /// <summary>Takes one gray channel and repeats it, where the network reads three: films are gray. Default: true.</summary>
    public bool GrayInput { get; init; } = true;

    /// <summary>Ends with probabilities: outputs joined, head after head, and a sigmoid. Default: false, one output of logits a head.</summary>
    public bool Probabilities { get; init; }

    /// <summary>What the input is called. Default: "image".</summary>
    public string InputName { get; init; } = "image";

    /// <summary>What the joined output is called. Default: "scores".</summary>
    public string ScoresName { get; init; } = "scores";

    /// <summary>What the file says of itself besides: key to value, in order. Default: nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
