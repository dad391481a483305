using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Core.Agreement;

/// <summary>The places of categories on a scale, or the reason why they have none.</summary>
public sealed class CategoryScores
{
    private readonly double[] _values;

    private CategoryScores(double[] values, string? undefined) => (_values, Undefined) = (values, undefined);

    /// <summary>
    /// Why there are no scores, or null when there are: among three categories or more, invalid and missing have no place on a scale.
    /// </summary>
    public string? Undefined { get; }

    /// <summary>One score per category; empty when undefined.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The scores of categories given in their natural order.</summary>
    public static CategoryScores Of(IReadOnlyList<string> categories, ScoreChoice choice)
    {
        if (categories.Count > 2)
        {
            foreach (var state in (ReadOnlySpan<LabelState>)[LabelState.Invalid, LabelState.Missing])
                if (categories.Contains(AgreementPolicy.Word(state), StringComparer.OrdinalIgnoreCase))
                    return new CategoryScores([], $"the category {AgreementPolicy.Word(state)} has no place on a scale");
        }

        var scores = new double[categories.Count];
        for (var category = 0; category < scores.Length; category++) scores[category] = category;
        if (choice == ScoreChoice.Ranks) return new CategoryScores(scores, null);
        var values = new double[categories.Count];
        for (var category = 0; category < values.Length; category++)
            if (!double.TryParse(categories[category], NumberStyles.Float, CultureInfo.InvariantCulture, out values[category])
                || !double.IsFinite(values[category]))
                return new CategoryScores(scores, null);
        return new CategoryScores(values, null);
    }
}
