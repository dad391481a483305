using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Workspace.Agreement;

/// <summary>The codes that a compared column holds, and the category each falls in under a policy.</summary>
public sealed class RatingCodes
{
    private readonly Func<AgreementPolicy, int, int?> _category;
    private readonly Func<AgreementPolicy, IReadOnlyList<string>> _categories;

    private RatingCodes(int count, Func<AgreementPolicy, IReadOnlyList<string>> categories, Func<AgreementPolicy, int, int?> category) =>
        (Count, _categories, _category) = (count, categories, category);

    /// <summary>Codes of <see cref="LabelState"/>; categories negative, uncertain, positive, invalid, missing, as far as the policy keeps them.</summary>
    public static RatingCodes States { get; } = new(5, policy => policy.Categories, (policy, code) => State(policy, (LabelState)code));

    /// <summary>Codes of <see cref="Rating"/>; the five grades are categories of their own, in order, then invalid and missing where the policy keeps them.</summary>
    public static RatingCodes Grades { get; } = new(7, GradeCategories, GradeCategory);

    /// <summary>The number of codes; each is 0 to this - 1.</summary>
    public int Count { get; }

    public IReadOnlyList<string> Categories(AgreementPolicy policy) => _categories(policy);

    /// <summary>The category of a code, or null when the policy drops it.</summary>
    public int? CategoryOf(AgreementPolicy policy, int code) => _category(policy, code);

    private static int? State(AgreementPolicy policy, LabelState state) => policy.CategoryOf(state) is var category and >= 0 ? category : null;

    private static List<string> GradeCategories(AgreementPolicy policy)
    {
        List<string> categories = ["0", "0.25", "0.5", "0.75", "1"];
        if (policy.Invalid == StateTreatment.AsClass) categories.Add("invalid");
        if (policy.Missing == StateTreatment.AsClass) categories.Add("missing");
        return categories;
    }

    private static int? GradeCategory(AgreementPolicy policy, int code)
    {
        if (code >= 2) return code - 2;
        var (treatment, word) = code == Rating.Invalid.Code ? (policy.Invalid, "invalid") : (policy.Missing, "missing");
        return treatment switch
        {
            StateTreatment.AsClass => GradeCategories(policy).IndexOf(word),
            StateTreatment.AsPositive => 4,
            StateTreatment.AsNegative => 0,
            _ => null,
        };
    }
}
