namespace Neatx.Learning.Features;

/// <summary>What keeping features in 16 bits did to them, measured on all that were computed. All 0 for float32.</summary>
public sealed record FeatureError
{
    /// <summary>The largest difference between a value and its kept form.</summary>
    public double LargestDifference { get; init; }

    /// <summary>The largest value by magnitude.</summary>
    public double LargestValue { get; init; }

    /// <summary>The sum of squared differences over <see cref="Values"/>.</summary>
    public double SquaredDifferences { get; init; }

    /// <summary>The sum of squared values over <see cref="Values"/>.</summary>
    public double SquaredValues { get; init; }

    /// <summary>How many values were measured.</summary>
    public long Values { get; init; }

    /// <summary>Root mean square of the differences over that of the values; 0 where there are none.</summary>
    public double Relative() => SquaredValues > 0 ? Math.Sqrt(SquaredDifferences / SquaredValues) : 0;

    /// <summary>Both together.</summary>
    public FeatureError With(FeatureError other) => new()
    {
        LargestDifference = Math.Max(LargestDifference, other.LargestDifference),
        LargestValue = Math.Max(LargestValue, other.LargestValue),
        SquaredDifferences = SquaredDifferences + other.SquaredDifferences,
        SquaredValues = SquaredValues + other.SquaredValues,
        Values = Values + other.Values,
    };

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"relative error {Relative():0.0e+0} (root mean square), largest {LargestDifference:0.0e+0} at values up to {LargestValue:0.###}");
}
