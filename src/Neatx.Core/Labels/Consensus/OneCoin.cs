using Neatx.Core.Labels.Consensus.Em;
using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// One accuracy a rater: right with that probability whatever the class, else any other class with equal probability. The model of Dawid
/// and Skene with one parameter a rater; steadier than theirs when ratings are few.
/// </summary>
public sealed record OneCoin : ModelRule
{
    /// <inheritdoc/>
    public override string Name => "one-coin";

    /// <inheritdoc/>
    public override string Summary => "Estimates one accuracy for every rater, and weighs answers by it.";

    /// <summary>A pseudo-count added to the right and to the wrong answers of each rater, and to each class. At least 0; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, infinite or NaN.</exception>
    public double Smoothing
    {
        get;
        init => field = RealRange.NotNegative.Check(value);
    }

    /// <summary>Default: estimated.</summary>
    public ClassPrior ClassPrior { get; init; } = ClassPrior.Estimated;

    internal override string ModelName => "one-coin";

    internal override string WhyTwoAreTooFew =>
        "how often two raters agree does not say which of them is right more often";

    internal override bool PairsCanIdentify => true;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        .. base.Fields,
        OptionField.Real<OneCoin>("smoothing", RealRange.NotNegative, rule => rule.Smoothing, (rule, value) => rule with { Smoothing = value }),
        OptionField.Word<OneCoin, ClassPrior>("class_prior", Enum.GetValues<ClassPrior>(), rule => rule.ClassPrior, (rule, value) => rule with { ClassPrior = value }),
    ];

    private protected override Estimate Fit(ObservedRatings data, IReadOnlyList<string> raters)
    {
        var model = new CoinModel(data.Raters, data.Classes.Count, Smoothing);
        var estimation = new TableEstimation(data, model, ClassPrior == ClassPrior.Estimated, Smoothing);
        estimation.StartFromMajority();
        var fit = EmLoop.Run(estimation, MaximumIterations, Tolerance);
        if (ClassPrior == ClassPrior.Uniform) fit = fit with { Prevalences = estimation.MeanPosterior() };
        var estimates = RaterEstimates.Of(data, raters, estimation, fit.Prevalences);
        for (var rater = 0; rater < estimates.Length; rater++)
            if (estimates[rater].Ratings > 0)
                estimates[rater] = estimates[rater] with { Accuracy = Statistic.Of(model.Accuracy[rater]) };
        return new Estimate(estimation.Posterior, estimates, fit);
    }
}
