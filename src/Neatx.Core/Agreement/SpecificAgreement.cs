using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Agreement on one category: 2 n_kk / (n_k. + n_.k), of the ratings that name the category the share whose counterpart does too
/// (Cicchetti and Feinstein 1990). With two categories the first is negative and the second positive; with more, those so named. Standard
/// error by the delta method (Mackinnon 2000).
/// </summary>
public sealed class SpecificAgreement : AgreementFormula
{
    private readonly int _size;
    private readonly int _category;
    private readonly string _word;
    private readonly double _level;

    private SpecificAgreement(string name, int size, int category, string word, double level)
        : base(name) => (_size, _category, _word, _level) = (size, category, word, level);

    internal static AgreementFormula Positive(IReadOnlyList<string> categories, double level) =>
        Of(AgreementNames.PositiveAgreement, categories, LabelState.Positive, 1, level);

    internal static AgreementFormula Negative(IReadOnlyList<string> categories, double level) =>
        Of(AgreementNames.NegativeAgreement, categories, LabelState.Negative, 0, level);

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        var (agreed, disagreed) = Count(counts);
        value = agreed + disagreed == 0 ? 0 : 2 * agreed / ((2 * agreed) + disagreed);
        return agreed + disagreed > 0;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (Total(counts) == 0) return Statistic.None(Undefined.NoItems);
        if (!TryValue(counts, out var value)) return Statistic.None($"neither rater called anything {_word}");
        if (Total(counts) < 2) return Statistic.Of(value);
        var (agreed, disagreed) = Count(counts);
        var ratings = (2 * agreed) + disagreed;
        var error = 2 * Math.Sqrt(agreed * disagreed * (agreed + disagreed)) / (ratings * ratings);
        return Statistic.Of(value) with
        {
            StandardError = error,
            Ci = ConfidenceInterval.Normal(value, error, _level, "delta method", low: 0),
        };
    }

    private static AgreementFormula Of(string name, IReadOnlyList<string> categories, LabelState state, int ofTwo, double level)
    {
        var word = AgreementPolicy.Word(state);
        var named = categories.ToList().FindIndex(category => string.Equals(category, word, StringComparison.OrdinalIgnoreCase));
        return categories.Count == 2 ? new SpecificAgreement(name, 2, named < 0 ? ofTwo : named, word, level)
            : named >= 0 ? new SpecificAgreement(name, categories.Count, named, word, level)
            : new UndefinedFormula(name, $"{Undefined.NeedsTwoCategories(categories.Count)} and none is named {word}");
    }

    /// <summary>Items where both name the category, and items where one does.</summary>
    private (double Agreed, double Disagreed) Count(ReadOnlySpan<long> counts)
    {
        var agreed = counts[(_category * _size) + _category];
        var disagreed = 0L;
        for (var other = 0; other < _size; other++)
            if (other != _category)
                disagreed += counts[(_category * _size) + other] + counts[(other * _size) + _category];
        return (agreed, disagreed);
    }
}
