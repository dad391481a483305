using MathNet.Numerics.Distributions;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>
/// A rater with a known confusion matrix, certainty and drift, whose ratings can be drawn. All options are probabilities in [0, 1].
/// </summary>
/// <remarks>
/// For an item of difficulty d at position t (0 first, 1 last), with z the standard normal quantile:
/// P(calls a positive positive) = Phi((1 - d) z(sensitivity + t drift) - t threshold drift), and
/// P(calls a negative negative) = Phi((1 - d) z(specificity + t drift) + t threshold drift).
/// </remarks>
public sealed record SimulatedRater
{
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public SimulatedRater(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A rater has a name.", nameof(name));
        Name = name;
    }

    public string Name { get; }

    /// <summary>The probability that a positive of difficulty 0 is called positive, before drift. Default .9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Sensitivity
    {
        get;
        init => field = Probability.Check(value);
    } = .9;

    /// <summary>The probability that a negative of difficulty 0 is called negative, before drift. Default .9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Specificity
    {
        get;
        init => field = Probability.Check(value);
    } = .9;

    /// <summary>The probability that a right call is graded .25 or .75 and not 0 or 1. Default .2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double UnsureWhenRight
    {
        get;
        init => field = Probability.Check(value);
    } = .2;

    /// <summary>As <see cref="UnsureWhenRight"/>, for a wrong call. Default .5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double UnsureWhenWrong
    {
        get;
        init => field = Probability.Check(value);
    } = .5;

    /// <summary>The probability of .5 in place of a call. Default .01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Undecided
    {
        get;
        init => field = Probability.Check(value);
    } = .01;

    /// <summary>The probability of INVALID for an image that is fit. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double InvalidWhenFit
    {
        get;
        init => field = Probability.Check(value);
    }

    /// <summary>The probability of INVALID for an image that is unfit. Default .9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double InvalidWhenUnfit
    {
        get;
        init => field = Probability.Check(value);
    } = .9;

    /// <summary>The probability that an item is not rated at all. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Skipped
    {
        get;
        init => field = Probability.Check(value);
    }

    /// <summary>Default: none.</summary>
    public RaterDrift Drift { get; init; } = RaterDrift.None;

    /// <summary>The probability that the rater, when making a call, calls this item as it is.</summary>
    /// <param name="position">The place in the order of rating, 0 first to 1 last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside [0, 1].</exception>
    public double ProbabilityOfRightCall(SimulatedItem item, double position)
    {
        Probability.Check(position, nameof(position));
        var (skill, drift, direction) = item.IsPositive ? (Sensitivity, Drift.Sensitivity, -1) : (Specificity, Drift.Specificity, 1);
        var reached = Math.Clamp(skill + (position * drift), 0, 1);
        var quantile = item.Difficulty == 1 ? 0 : (1 - item.Difficulty) * Normal.InvCDF(0, 1, reached);
        return Normal.CDF(0, 1, quantile + (direction * position * Drift.Threshold));
    }

    /// <summary>Draws this rater's ratings of items in the order given, one a item.</summary>
    /// <param name="random">Advanced by four draws an item, whatever the options, so that a change of one option moves no other draw.</param>
    public IReadOnlyList<Rating> Rate(IReadOnlyList<SimulatedItem> items, ref RandomStream random)
    {
        var ratings = new Rating[items.Count];
        for (var index = 0; index < ratings.Length; index++)
        {
            var position = ratings.Length == 1 ? 0 : index / (ratings.Length - 1.0);
            ratings[index] = Rate(items[index], position, ref random);
        }

        return ratings;
    }

    private Rating Rate(SimulatedItem item, double position, ref RandomStream random)
    {
        var skips = random.NextBool(Skipped);
        var saysInvalid = random.NextBool(item.IsUnfit ? InvalidWhenUnfit : InvalidWhenFit);
        var isRight = random.NextBool(ProbabilityOfRightCall(item, position));
        var certainty = random.NextDouble();
        if (skips) return Rating.Missing;
        if (saysInvalid) return Rating.Invalid;
        if (certainty < Undecided) return Rating.OfCertainty(.5);
        var isUnsure = certainty < Undecided + ((1 - Undecided) * (isRight ? UnsureWhenRight : UnsureWhenWrong));
        return (isRight == item.IsPositive, isUnsure) switch
        {
            (true, false) => Rating.OfCertainty(1),
            (true, true) => Rating.OfCertainty(.75),
            (false, true) => Rating.OfCertainty(.25),
            (false, false) => Rating.OfCertainty(0),
        };
    }
}
