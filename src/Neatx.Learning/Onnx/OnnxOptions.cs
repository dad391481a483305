namespace Neatx.Learning.Onnx;

/// <summary>How a network is written as ONNX. The defaults serve inference within Neatx.</summary>
public sealed record OnnxOptions
{
    /// <summary>
    /// Works a batch norm into the convolution before it, where nothing else reads that convolution: fewer steps, and the same function but for
    /// rounding. Default: true.
    /// </summary>
    public bool FoldBatchNorm { get; init; } = true;

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
