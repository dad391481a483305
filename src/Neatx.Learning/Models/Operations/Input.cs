namespace Neatx.Learning.Models.Operations;

/// <summary>Where values come in: the image, or at a cut the output of the part before.</summary>
/// <param name="Channels">Channels of a map, values of a vector.</param>
/// <param name="IsVector">A vector, for instance pooled features.</param>
public sealed record Input(int Channels, bool IsVector = false) : Operation
{
    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs)
    {
        var given = One(inputs);
        if (given.Channels != Channels || given.IsVector != IsVector)
            throw new ArgumentException($"Expected {(IsVector ? "a vector" : "a map")} of {Channels:D}, found {given}.", nameof(inputs));
        return given;
    }
}
