namespace Neatx.Core.Campaign;

/// <summary>One image as it is, for raters to be simulated on.</summary>
public sealed record SimulatedItem
{
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public SimulatedItem(string name, bool isPositive)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("An item has a name.", nameof(name));
        (Name, IsPositive) = (name, isPositive);
    }

    public string Name { get; }

    /// <summary>True when the finding is present.</summary>
    public bool IsPositive { get; }

    /// <summary>In [0, 1]: at 0 raters are as good as they are, at 1 they toss a coin. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Difficulty
    {
        get;
        init => field = Probability.Check(value);
    }

    /// <summary>True when the image is unfit for the finding, so that raters tend to say INVALID. Default false.</summary>
    public bool IsUnfit { get; init; }
}
