namespace Neatx.Core.Agreement;

/// <summary>
/// Makes the formulas for given categories and raters. From <see cref="ForPair"/> they take the cells of a crosstab, from
/// <see cref="ForRaters"/> the counts of rating patterns; either takes any other counts of the same shape too.
/// </summary>
public sealed class FormulaSet
{
    private readonly IReadOnlyList<string> _categories;
    private readonly RatingPatterns _patterns;
    private readonly CategoryScores _scores;
    private readonly double _level;

    private FormulaSet(IReadOnlyList<string> categories, RatingPatterns patterns, AgreementOptions options)
    {
        (_categories, _patterns, _level) = (categories, patterns, options.Level);
        _scores = CategoryScores.Of(categories, options.Scores);
    }

    /// <summary>The formulas for crosstabs with the categories of this one.</summary>
    /// <exception cref="ArgumentException">The table has more than 255 categories.</exception>
    public static FormulaSet ForPair(Crosstab table, AgreementOptions options) => new(table.Categories, RatingPatterns.Of(table), options);

    /// <summary>The formulas for counts of these patterns.</summary>
    public static FormulaSet ForRaters(RatingMatrix matrix, RatingPatterns patterns, AgreementOptions options) =>
        new(matrix.Categories, patterns, options);

    /// <summary>The formula of that name, one of <see cref="AgreementNames"/>.</summary>
    /// <exception cref="ArgumentException">There is no such statistic, or it is defined for two raters only and these are patterns of
    /// more.</exception>
    public AgreementFormula this[string name] => name switch
    {
        AgreementNames.PercentAgreement when !_patterns.IsCrosstab => Nominal(name, ChanceModel.None),
        AgreementNames.FleissKappa => Nominal(name, ChanceModel.PooledShares),
        AgreementNames.CongerKappa => new CongerKappa(_patterns, _level),
        AgreementNames.BrennanPrediger => Nominal(name, ChanceModel.Uniform),
        AgreementNames.GwetAc1 => Nominal(name, ChanceModel.HardItems),
        AgreementNames.GwetAc2Linear => Scored(name, () => Gwet(name, Distances.Linear(_scores.Values))),
        AgreementNames.GwetAc2Quadratic => Scored(name, () => Gwet(name, Distances.Quadratic(_scores.Values))),
        AgreementNames.AlphaNominal => Alpha(name, Distances.Nominal(_categories.Count)),
        AgreementNames.AlphaOrdinal => Scored(name, () => Alpha(name, null)),
        AgreementNames.AlphaInterval => Scored(name, () => Alpha(name, Distances.Quadratic(_scores.Values))),
        AgreementNames.AlphaRatio => Scored(name, () => Ratio(name)),
        _ when _patterns.IsCrosstab => OfPair(name),
        _ => throw new ArgumentException($"'{AgreementNames.Describe(name)}' ({name}) is defined for a crosstab of two raters only.", nameof(name)),
    };

    private AgreementFormula OfPair(string name) => name switch
    {
        AgreementNames.PercentAgreement => PercentAgreement.Plain(_categories.Count, _level),
        AgreementNames.CohenKappa => CohenKappa.Unweighted(_categories.Count, _level),
        AgreementNames.CohenKappaLinear => Scored(name, () => new CohenKappa(name, Distances.Linear(_scores.Values), _level)),
        AgreementNames.CohenKappaQuadratic => Scored(name, () => new CohenKappa(name, Distances.Quadratic(_scores.Values), _level)),
        AgreementNames.KappaMax => new KappaMax(_categories.Count),
        AgreementNames.Pabak => PercentAgreement.Adjusted(_categories.Count, _level),
        AgreementNames.PrevalenceIndex => TwoCategoryIndex.Prevalence(_categories.Count, _level),
        AgreementNames.BiasIndex => TwoCategoryIndex.Bias(_categories.Count, _level),
        AgreementNames.PositiveAgreement => SpecificAgreement.Positive(_categories, _level),
        AgreementNames.NegativeAgreement => SpecificAgreement.Negative(_categories, _level),
        AgreementNames.McNemar => new McNemar(_categories.Count),
        _ => throw new ArgumentException($"There is no statistic '{name}'; the names are {string.Join(", ", AgreementNames.OfPairs)}.", nameof(name)),
    };

    private ChanceCorrected Nominal(string name, ChanceModel model) =>
        new(name, model, _patterns, Distances.Nominal(_categories.Count), _level);

    private ChanceCorrected Gwet(string name, Distances distances) => new(name, ChanceModel.HardItems, _patterns, distances, _level);

    private KrippendorffAlpha Alpha(string name, Distances? distances) => new(name, _patterns, distances, _scores.Values, _level);

    private AgreementFormula Ratio(string name)
    {
        foreach (var score in _scores.Values)
            if (score < 0)
                return new UndefinedFormula(name, "a ratio scale has no negative score");
        return Alpha(name, Distances.Ratio(_scores.Values));
    }

    private AgreementFormula Scored(string name, Func<AgreementFormula> formula) =>
        _scores.Undefined is { } reason ? new UndefinedFormula(name, reason) : formula();
}
