using Neatx.Core.Labels.Consensus.Em;
using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// MACE, Hovy et al. (2013), "Learning whom to trust with MACE": a rater either knows and gives the class, or answers by habit whatever
/// the class. Estimated by EM with pseudo-counts (their variational variant climbs a bound and not the likelihood of the ratings, so it
/// is not offered). Starts from the majority and from random parameters; the start that ends with the highest log-likelihood wins.
/// </summary>
public sealed record Mace : ModelRule
{
    /// <inheritdoc/>
    public override string Name => "mace";

    /// <inheritdoc/>
    public override string Summary => "Estimates how often every rater knows the answer, and what the rater says otherwise.";

    /// <summary>A pseudo-count added to knowing and to not knowing of each rater. At least 0; default .01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, infinite or NaN.</exception>
    public double CompetencePrior
    {
        get;
        init => field = RealRange.NotNegative.Check(value);
    } = .01;

    /// <summary>A pseudo-count added to each answer in the habit of each rater. At least 0; default .01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, infinite or NaN.</exception>
    public double HabitPrior
    {
        get;
        init => field = RealRange.NotNegative.Check(value);
    } = .01;

    /// <summary>How many random starts are tried beside the majority. At least 0; default 10, as published.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int Restarts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 10;

    /// <summary>The seed of the random starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Default: uniform, as published.</summary>
    public ClassPrior ClassPrior { get; init; } = ClassPrior.Uniform;

    internal override string ModelName => "MACE";

    internal override string WhyTwoAreTooFew =>
        "the crosstab of two raters holds fewer independent figures than their competences and habits, so that very different ones fit it equally well";

    internal override bool PairsCanIdentify => false;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        .. base.Fields,
        OptionField.Real<Mace>("competence_prior", RealRange.NotNegative, rule => rule.CompetencePrior, (rule, value) => rule with { CompetencePrior = value }),
        OptionField.Real<Mace>("habit_prior", RealRange.NotNegative, rule => rule.HabitPrior, (rule, value) => rule with { HabitPrior = value }),
        OptionField.Whole<Mace>("restarts", 0, rule => rule.Restarts, (rule, value) => rule with { Restarts = value }),
        OptionField.Seed<Mace>("seed", rule => rule.Seed, (rule, value) => rule with { Seed = value }),
        OptionField.Word<Mace, ClassPrior>("class_prior", Enum.GetValues<ClassPrior>(), rule => rule.ClassPrior, (rule, value) => rule with { ClassPrior = value }),
    ];

    private protected override Estimate Fit(ObservedRatings data, IReadOnlyList<string> raters)
    {
        var best = Run(data, raters, restart: 0);
        for (var restart = 1; restart <= Restarts; restart++)
        {
            var other = Run(data, raters, restart);
            if (other.Fit.LogLikelihood[^1] > best.Fit.LogLikelihood[^1]) best = other;
        }

        return best;
    }

    private Estimate Run(ObservedRatings data, IReadOnlyList<string> raters, int restart)
    {
        var model = new SpammerModel(data.Raters, data.Classes.Count, CompetencePrior, HabitPrior);
        var estimation = new TableEstimation(data, model, ClassPrior == ClassPrior.Estimated, smoothing: 0);
        if (restart == 0) estimation.StartFromMajority();
        else StartAtRandom(data, model, estimation, restart);
        var fit = EmLoop.Run(estimation, MaximumIterations, Tolerance) with { Restart = restart };
        if (ClassPrior == ClassPrior.Uniform) fit = fit with { Prevalences = estimation.MeanPosterior() };

        var estimates = RaterEstimates.Of(data, raters, estimation, fit.Prevalences);
        for (var rater = 0; rater < estimates.Length; rater++)
        {
            estimates[rater] = estimates[rater] with
            {
                Ability = estimates[rater].Ratings > 0 ? Statistic.Of(model.Competence[rater]) : Statistic.None(RaterEstimates.Unrated),
            };
        }

        return new Estimate(estimation.Posterior, estimates, fit);
    }

    /// <summary>Competences uniform on [0, 1), habits uniform on the simplex (exponentials, normalised).</summary>
    private void StartAtRandom(ObservedRatings data, SpammerModel model, TableEstimation estimation, int restart)
    {
        var random = new RandomStream(Seed, (ulong)restart);
        var classes = data.Classes.Count;
        var competence = new double[data.Raters];
        var habit = new double[data.Raters * classes];
        for (var rater = 0; rater < data.Raters; rater++)
        {
            competence[rater] = random.NextDouble();
            var total = 0.0;
            for (var category = 0; category < classes; category++)
                total += habit[(rater * classes) + category] = -Math.Log(1 - random.NextDouble()) + double.Epsilon;
            for (var category = 0; category < classes; category++) habit[(rater * classes) + category] /= total;
        }

        var logTable = new double[estimation.LogTable.Length];
        model.Set(competence, habit, logTable);
        estimation.StartAt(logTable);
    }
}
