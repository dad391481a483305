using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Agreement;

/// <summary>The categories that a policy keeps of a scale, and which of them each answer falls in.</summary>
internal sealed class KeptAnswers
{
    private readonly int?[] categoryOfText;

    private KeptAnswers(IReadOnlyList<string> categories, string policy, int?[] categoryOfText, int? ofBlank) =>
        (Categories, Policy, this.categoryOfText, OfBlank) = (categories, policy, categoryOfText, ofBlank);

    public IReadOnlyList<string> Categories { get; }

    /// <summary>The policy in words; of categories without its uncertain, which they do not know.</summary>
    public string Policy { get; }

    /// <summary>The category of a missing rating, or null when it is dropped.</summary>
    public int? OfBlank { get; }

    /// <summary>The category of a text, or null when it is dropped.</summary>
    public int? this[int text] => categoryOfText[text];

    /// <exception cref="NeatxException">The policy turns invalid ratings of categories into positive or negative.</exception>
    public static KeptAnswers Of(AnswerScale scale, int texts, AgreementPolicy policy) =>
        scale.IsCertainty ? OfStates(scale, texts, policy) : OfCategories(scale, texts, policy);

    private static KeptAnswers OfStates(AnswerScale scale, int texts, AgreementPolicy policy)
    {
        int? Kept(LabelState state) => policy.CategoryOf(state) is var category && category < 0 ? null : category;
        return new KeptAnswers(policy.Categories, policy.Name, [.. Enumerable.Range(0, texts).Select(text => Kept(scale.SideOf(text)))], Kept(LabelState.Missing));
    }

    private static KeptAnswers OfCategories(AnswerScale scale, int texts, AgreementPolicy policy)
    {
        if (policy.Invalid is StateTreatment.AsPositive or StateTreatment.AsNegative)
            throw new NeatxException("INVALID can become positive or negative only where ratings are certainty (read by side of .5); of categories it is dropped or a class.");
        var categories = scale.Categories.ToList();
        int? Add(StateTreatment treatment, LabelState state)
        {
            if (treatment != StateTreatment.AsClass) return null;
            categories.Add(AgreementPolicy.Word(state));
            return categories.Count - 1;
        }

        var invalid = Add(policy.Invalid, LabelState.Invalid);
        var blank = Add(policy.Missing, LabelState.Missing);
        var words = $"invalid={AgreementPolicy.Word(policy.Invalid)} missing={AgreementPolicy.Word(policy.Missing)}";
        return new KeptAnswers(categories, words, [.. Enumerable.Range(0, texts).Select(text => scale.CategoryOf(text) ?? invalid)], blank);
    }
}
