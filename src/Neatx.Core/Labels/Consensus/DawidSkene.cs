using Neatx.Core.Labels.Consensus.Em;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// Dawid and Skene (1979), "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied Statistics 28: every
/// rater has a confusion matrix, answers are independent given the class.
/// </summary>
public sealed record DawidSkene : ModelRule
{
    /// <inheritdoc/>
    public override string Name => "dawid-skene";

    /// <inheritdoc/>
    public override string Summary => "Estimates a confusion matrix for every rater, and weighs answers by it.";

    /// <summary>
    /// A pseudo-count added to each cell of the confusion matrices and to each class. At least 0; default 0, which is maximum likelihood
    /// as published.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, infinite or NaN.</exception>
    public double Smoothing
    {
        get;
        init => field = RealRange.NotNegative.Check(value);
    }

    internal override string ModelName => "Dawid-Skene";

    internal override string WhyTwoAreTooFew =>
        "the crosstab of two raters holds fewer independent figures than their two confusion matrices, so that very different ones fit it equally well";

    internal override bool PairsCanIdentify => false;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        .. base.Fields,
        OptionField.Real<DawidSkene>("smoothing", RealRange.NotNegative, rule => rule.Smoothing, (rule, value) => rule with { Smoothing = value }),
    ];

    private protected override GradeReading[] KnownGrades => Enum.GetValues<GradeReading>();

    private protected override InvalidReading[] KnownInvalid => Enum.GetValues<InvalidReading>();

    private protected override Estimate Fit(ObservedRatings data, IReadOnlyList<string> raters)
    {
        var model = new ConfusionModel(data.Raters, data.Categories.Count, data.Classes.Count, Smoothing);
        var estimation = new TableEstimation(data, model, estimatePrevalence: true, Smoothing);
        estimation.StartFromMajority();
        var fit = EmLoop.Run(estimation, MaximumIterations, Tolerance);
        return new Estimate(estimation.Posterior, RaterEstimates.Of(data, raters, estimation, fit.Prevalences), fit);
    }
}
