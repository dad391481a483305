using Neatx.Core.Labels.Consensus.Em;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// A rule that estimates how raters answer, and from that the probability of each class, by expectation-maximisation (EM). It starts from
/// the soft majority and stops on the relative change of the observed-data log-likelihood, which never falls. Where the ratings cannot
/// identify the model it refuses and says why; reference labels anchor it and make fewer than three raters enough.
/// </summary>
/// <remarks>
/// When it refuses: every rater with a counted rating must be identified. A rater is identified by an item that three different raters
/// rated; by reference labels on rated items of every class (one-coin: of any class); or by sharing an item with a rater who is
/// identified. For one-coin raters who meet only in pairs are identified when the pairs close a ring of odd length. Repeated ratings of
/// one rater count once. The criterion says what can be learned at all and not how precisely: few shared items give poor estimates.
/// </remarks>
public abstract record ModelRule : ConsensusRule
{
    private protected ModelRule()
    {
    }

    /// <summary>
    /// The label is the most probable class when its posterior is above this; else, and when two classes are equally probable, it is
    /// uncertain. In [0, 1); default .5.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1).</exception>
    public double CertainAbove
    {
        get;
        init => field = RealRange.Probability.Check(value);
    } = .5;

    /// <summary>The fewest raters whose ratings count, below which the label is missing. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinimumRaters
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>Default 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaximumIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1000;

    /// <summary>Converged when the log-likelihood changes by no more than this times itself. At least 0; default 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, infinite or NaN.</exception>
    public double Tolerance
    {
        get;
        init => field = RealRange.NotNegative.Check(value);
    } = 1e-9;

    /// <summary>Default: the side of .5.</summary>
    /// <exception cref="ArgumentException">The rule does not know this reading.</exception>
    public GradeReading Grades
    {
        get;
        init => field = KnownGrades.Contains(value)
            ? value
            : throw new ArgumentException(
                $"In {Name} an answer names a class, so grades cannot be read as {value}; use Side or Weight, or dawid-skene.", nameof(value));
    } = GradeReading.Side;

    /// <summary>Default: left out.</summary>
    /// <exception cref="ArgumentException">The rule does not know this reading.</exception>
    public InvalidReading Invalid
    {
        get;
        init => field = KnownInvalid.Contains(value)
            ? value
            : throw new ArgumentException(
                $"In {Name} an answer names a class, so INVALID cannot be read as {value}; use LeftOut or Class, or dawid-skene.", nameof(value));
    } = InvalidReading.LeftOut;

    /// <summary>The model by its usual name, for sentences.</summary>
    internal abstract string ModelName { get; }

    /// <summary>Why two raters do not tell the model's parameters, as a clause.</summary>
    internal abstract string WhyTwoAreTooFew { get; }

    /// <summary>
    /// True when a rater is one number whatever the class and the item, so that raters who meet only in pairs, or any item with a reference,
    /// can be enough to learn it; see <see cref="Identifiability"/>.
    /// </summary>
    internal abstract bool PairsCanIdentify { get; }

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        OptionField.Real<ModelRule>("certain_above", RealRange.Probability, rule => rule.CertainAbove, (rule, value) => rule with { CertainAbove = value }),
        OptionField.Whole<ModelRule>("minimum_raters", 1, rule => rule.MinimumRaters, (rule, value) => rule with { MinimumRaters = value }),
        OptionField.Word<ModelRule, GradeReading>("grades", KnownGrades, rule => rule.Grades, (rule, value) => rule with { Grades = value }),
        OptionField.Word<ModelRule, InvalidReading>("invalid", KnownInvalid, rule => rule.Invalid, (rule, value) => rule with { Invalid = value }),
        OptionField.Whole<ModelRule>("maximum_iterations", 1, rule => rule.MaximumIterations, (rule, value) => rule with { MaximumIterations = value }),
        OptionField.Real<ModelRule>("tolerance", RealRange.NotNegative, rule => rule.Tolerance, (rule, value) => rule with { Tolerance = value }),
    ];

    private protected virtual GradeReading[] KnownGrades => [GradeReading.Side, GradeReading.Weight];

    private protected virtual InvalidReading[] KnownInvalid => [InvalidReading.LeftOut, InvalidReading.Class];

    /// <inheritdoc/>
    public sealed override ConsensusOutcome Resolve(RatingTable ratings) => Estimate(ratings, reference: null);

    /// <summary>As <see cref="Resolve(RatingTable)"/>, where items with a reference label keep it and anchor the model.</summary>
    /// <exception cref="ArgumentException">The reference belongs to another table.</exception>
    public ConsensusOutcome Resolve(RatingTable ratings, ReferenceLabels reference) => ReferenceEquals(ratings, reference.Ratings)
        ? Estimate(ratings, reference)
        : throw new ArgumentException("The reference labels were made for another rating table.", nameof(reference));

    /// <summary>Runs the model to its end.</summary>
    private protected abstract Estimate Fit(ObservedRatings data, IReadOnlyList<string> raters);

    private ConsensusOutcome Estimate(RatingTable ratings, ReferenceLabels? reference)
    {
        var provenance = Provenance(reference?.Count ?? 0);
        var data = RatingEncoder.Encode(ratings, Grades, Invalid, reference);
        if (RefusalReason.Find(this, ratings, data, reference) is { } reason) return ConsensusOutcome.Refused(provenance, reason);
        var estimate = Fit(data, ratings.Raters);
        var items = new ModelLabeller(this, ratings, data, reference).Label(estimate);
        return ConsensusOutcome.Of(
            provenance,
            new ConsensusLabels(ratings, [.. data.Classes], items, estimate.Posterior, estimate.Raters, estimate.Fit));
    }
}
