using Neatx.Core.Labels.Consensus.Em;
using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// Whitehill et al. (2009), "Whose vote should count more: optimal integration of labels from labelers of unknown expertise": each rater
/// has an ability alpha, each item an ease beta, and an answer is right with probability 1 / (1 + exp(-alpha beta)).
/// </summary>
public sealed record Glad : ModelRule
{
    /// <inheritdoc/>
    public override string Name => "glad";

    /// <inheritdoc/>
    public override string Summary => "Estimates the ability of every rater and the difficulty of every item.";

    /// <summary>The mean of the normal prior of alpha. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or NaN.</exception>
    public double AbilityMean
    {
        get;
        init => field = RealRange.Finite.Check(value);
    } = 1;

    /// <summary>The SD of the normal prior of alpha, above 0; infinite for none. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">0, below, or NaN.</exception>
    public double AbilitySd
    {
        get;
        init => field = RealRange.Positive.Check(value);
    } = 1;

    /// <summary>The mean of the normal prior of log beta. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or NaN.</exception>
    public double LogEaseMean
    {
        get;
        init => field = RealRange.Finite.Check(value);
    } = 1;

    /// <summary>The SD of the normal prior of log beta, above 0; infinite for none. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">0, below, or NaN.</exception>
    public double LogEaseSd
    {
        get;
        init => field = RealRange.Positive.Check(value);
    } = 1;

    /// <summary>Default: uniform, as published.</summary>
    public ClassPrior ClassPrior { get; init; } = ClassPrior.Uniform;

    internal override string ModelName => "GLAD";

    internal override string WhyTwoAreTooFew =>
        "two answers to an item cannot tell a hard item from a poor rater";

    internal override bool PairsCanIdentify => false;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        .. base.Fields,
        OptionField.Real<Glad>("ability_mean", RealRange.Finite, rule => rule.AbilityMean, (rule, value) => rule with { AbilityMean = value }),
        OptionField.Real<Glad>("ability_sd", RealRange.Positive, rule => rule.AbilitySd, (rule, value) => rule with { AbilitySd = value }),
        OptionField.Real<Glad>("log_ease_mean", RealRange.Finite, rule => rule.LogEaseMean, (rule, value) => rule with { LogEaseMean = value }),
        OptionField.Real<Glad>("log_ease_sd", RealRange.Positive, rule => rule.LogEaseSd, (rule, value) => rule with { LogEaseSd = value }),
        OptionField.Word<Glad, ClassPrior>("class_prior", Enum.GetValues<ClassPrior>(), rule => rule.ClassPrior, (rule, value) => rule with { ClassPrior = value }),
    ];

    private protected override Estimate Fit(ObservedRatings data, IReadOnlyList<string> raters)
    {
        var estimation = new GladEstimation(data, this);
        estimation.StartFromMajority();
        var fit = EmLoop.Run(estimation, MaximumIterations, Tolerance);
        if (ClassPrior == ClassPrior.Uniform) fit = fit with { Prevalences = estimation.MeanPosterior() };

        var right = new double[data.Raters];
        for (var item = 0; item < data.Items; item++)
            for (var rating = data.Start[item]; rating < data.Start[item + 1]; rating++)
                right[data.Rater[rating]] += estimation.Posterior[(item * data.Classes.Count) + data.Category[rating]];
        var ratings = RaterEstimates.CountRatings(data);
        var estimates = new RaterEstimate[data.Raters];
        for (var rater = 0; rater < estimates.Length; rater++)
        {
            var estimate = new RaterEstimate
            {
                Rater = raters[rater],
                Ratings = ratings[rater],
                Ability = Statistic.None(RaterEstimates.Unrated),
                Accuracy = Statistic.None(RaterEstimates.Unrated),
            };
            estimates[rater] = ratings[rater] == 0 ? estimate : estimate with
            {
                Ability = Statistic.Of(estimation.Ability[rater]),
                Accuracy = Statistic.Of(right[rater] / ratings[rater]),
            };
        }

        double[] difficulty = [.. estimation.LogEase.ToArray().Select(logEase => Math.Exp(-logEase))];
        return new Estimate(estimation.Posterior, estimates, fit, difficulty);
    }
}
