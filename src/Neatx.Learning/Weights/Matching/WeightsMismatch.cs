namespace Neatx.Learning.Weights.Matching;

/// <summary>One tensor that does not fit.</summary>
/// <param name="Kind">How.</param>
/// <param name="Name">torchvision's.</param>
/// <param name="Wanted">Its shape in the network; null where it has none.</param>
/// <param name="Found">Its shape in the file; null where it is not there.</param>
/// <param name="Nearest">The name on the other side that is likest, for the first of each kind; null where none is like it.</param>
public sealed record WeightsMismatch(MismatchKind Kind, string Name, IReadOnlyList<long>? Wanted, IReadOnlyList<long>? Found, string? Nearest = null)
{
    public override string ToString()
    {
        var near = Nearest is null ? "" : $" (likest: {Wording.Quote(Nearest)})";
        return Kind switch
        {
            MismatchKind.Missing => $"{Name}, {TensorShape.TextOf(Wanted!)}{near}",
            MismatchKind.OtherShape => $"{Name}: expected {TensorShape.TextOf(Wanted!)}, found {TensorShape.TextOf(Found!)}",
            _ => $"{Name}, {TensorShape.TextOf(Found!)}{near}",
        };
    }
}
