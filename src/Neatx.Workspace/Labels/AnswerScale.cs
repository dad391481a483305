using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Workspace.Labels;

/// <summary>
/// What the texts of a ratings file mean: categories in a natural order, or certainty that a finding is present. The word INVALID (any case)
/// is never a category: it says that the image is unfit.
/// </summary>
public sealed class AnswerScale
{
    private const string Invalid = "invalid";

    private readonly OrderedCategories categories;
    private readonly int?[] categoryOfText;
    private readonly Rating[]? ratingOfText;

    private AnswerScale(OrderedCategories categories, int?[] categoryOfText, Rating[]? ratingOfText) =>
        (this.categories, this.categoryOfText, this.ratingOfText) = (categories, categoryOfText, ratingOfText);

    /// <summary>The categories in their order; for certainty the grades "0" to "1".</summary>
    public IReadOnlyList<string> Categories => categories.Names;

    /// <summary>Where the order comes from.</summary>
    public CategoryOrder Order => categories.Order;

    /// <summary>True when the texts are certainty that a finding is present.</summary>
    public bool IsCertainty => ratingOfText is not null;

    /// <summary>Reads the texts as names of categories.</summary>
    /// <param name="texts">The texts of a file.</param>
    /// <param name="stated">All categories in their order; empty orders those that the file holds.</param>
    /// <exception cref="NeatxException">A text is none of the stated categories.</exception>
    public static AnswerScale OfCategories(IReadOnlyList<RatingText> texts, IReadOnlyList<string> stated)
    {
        var named = texts.Where(text => !IsInvalid(text.Text)).ToList();
        var ordered = stated.Count > 0 ? OrderedCategories.Stated(stated) : OrderedCategories.Natural([.. named.Select(text => text.Text)]);
        if (named.FirstOrDefault(text => ordered.Find(text.Text) is null) is { } unknown)
            throw new NeatxException($"{unknown.Place}: '{unknown.Text}' is none of the stated categories {string.Join(", ", stated)}. State it too, or correct the cell.");
        return new AnswerScale(ordered, [.. texts.Select(text => IsInvalid(text.Text) ? null : ordered.Find(text.Text))], null);
    }

    /// <summary>Reads the texts as certainty that a finding is present: 0, .25, .5, .75, 1, or the words negative, uncertain, positive.</summary>
    /// <exception cref="NeatxException">A text is none of these.</exception>
    public static AnswerScale OfCertainty(IReadOnlyList<RatingText> texts)
    {
        var ratings = new Rating[texts.Count];
        for (var index = 0; index < ratings.Length; index++)
        {
            ratings[index] = RatingOf(texts[index].Text) ?? throw new NeatxException(
                $"{texts[index].Place}: expected a certainty (0, 0.25, 0.5, 0.75, 1), negative, uncertain, positive or INVALID, found '{texts[index].Text}'. "
                + "Correct the cell, or compare the texts as categories, without the side of .5.");
        }

        var grades = OrderedCategories.Natural(RatingScale.Certainty.Categories);
        return new AnswerScale(grades, [.. ratings.Select(rating => grades.Find(rating.ToString()))], ratings);
    }

    /// <summary>True when every text can be read as a certainty.</summary>
    public static bool CanBeCertainty(IReadOnlyList<RatingText> texts) => texts.All(text => RatingOf(text.Text) is not null);

    /// <summary>The index of the category that a text names, or null for INVALID.</summary>
    public int? CategoryOf(int text) => categoryOfText[text];

    /// <summary>The state by side of .5 that a text speaks for.</summary>
    /// <exception cref="InvalidOperationException">The texts name categories.</exception>
    public LabelState SideOf(int text) =>
        ratingOfText is null ? throw new InvalidOperationException("Categories have no side of .5.") : ratingOfText[text].Side;

    /// <summary>
    /// The label that a text names as a reference: a category, for certainty the side of .5 (negative, uncertain, positive), or "invalid";
    /// null when it names none.
    /// </summary>
    public string? LabelNamed(string text)
    {
        if (IsCertainty) return RatingOf(text) is { } rating ? AgreementPolicy.Word(rating.Side) : null;
        if (IsInvalid(text)) return Invalid;
        return categories.Find(text) is { } category ? Categories[category] : null;
    }

    private static bool IsInvalid(string text) => text.Equals(Invalid, StringComparison.OrdinalIgnoreCase);

    private static Rating? RatingOf(string text) => text.ToUpperInvariant() switch
    {
        "NEGATIVE" => Rating.OfCertainty(0),
        "UNCERTAIN" => Rating.OfCertainty(.5),
        "POSITIVE" => Rating.OfCertainty(1),
        _ => Rating.TryParse(text, out var rating) ? rating : null,
    };
}
