namespace Neatx.Learning.Models.Operations;

/// <summary>In training, sets values to 0 at random and scales the others up by 1 / (1 - share); else does nothing.</summary>
/// <param name="Share">In [0, 1).</param>
public sealed record Dropout(double Share) : Operation
{
    /// <summary>In [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public double Share { get; } = Share is >= 0 and < 1
        ? Share
        : throw new ArgumentOutOfRangeException(nameof(Share), Share, "Expected a share in [0, 1).");

    /// <inheritdoc/>
    public override Shape Result(IReadOnlyList<Shape> inputs) => One(inputs);
}
