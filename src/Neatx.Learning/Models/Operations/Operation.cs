namespace Neatx.Learning.Models.Operations;

/// <summary>What a node computes. Each kind is a record of its own; engines match on the kind.</summary>
public abstract record Operation
{
    /// <summary>The parameters under the last part of their names, in torch's order.</summary>
    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>The shape of the result.</summary>
    /// <exception cref="ArgumentException">Inputs of these shapes, or so many, cannot be used.</exception>
    public abstract Shape Result(IReadOnlyList<Shape> inputs);

    /// <summary>Multiply-adds of convolutions and linear layers for one image; what other operations cost is not counted, as is usual.</summary>
    public virtual long MultiplyAdds(Shape result) => 0;

    /// <summary>The one input.</summary>
    /// <exception cref="ArgumentException">There are none or several.</exception>
    protected static Shape One(IReadOnlyList<Shape> inputs) =>
        inputs.Count == 1 ? inputs[0] : throw new ArgumentException($"Expected one input, found {inputs.Count:D}.", nameof(inputs));

    /// <summary>The one input, a map; of so many channels where that is given.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    protected static Shape Map(IReadOnlyList<Shape> inputs, int? channels = null)
    {
        var input = One(inputs);
        if (input.IsVector || (channels is { } expected && expected != input.Channels))
            throw new ArgumentException($"Expected a map{(channels is { } count ? $" of {count:D} channels" : "")}, found {input}.", nameof(inputs));
        return input;
    }

    /// <summary>The side of a map after a window moved over it, whole steps only.</summary>
    /// <exception cref="ArgumentException">The window is larger than the padded map.</exception>
    protected static int Slide(int side, int window, int stride, int padding)
    {
        var room = side + (2 * padding) - window;
        return room >= 0 ? (room / stride) + 1 : throw new ArgumentException($"A window of {window:D} does not fit into {side:D} with {padding:D} on either side: use larger images.", nameof(side));
    }
}
