using System.Globalization;

namespace Neatx.Core.Splits;

/// <summary>k-fold cross-validation: as many splits as folds, each patient in the test part of exactly one.</summary>
public static class Folds
{
    /// <summary>
    /// The splits of k folds. Split i tests on fold i and trains on the others, or on all but the next fold where validation is asked for, which
    /// validates.
    /// </summary>
    /// <param name="cohort">The images to be split.</param>
    /// <param name="folds">k: at least 2, with validation at least 3.</param>
    /// <param name="seed">Of the stratification.</param>
    /// <param name="validation">Whether each split has a validation part.</param>
    /// <param name="stratify">The names of the characteristics that every fold is to have alike; null is all findings.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few folds, or more than 64.</exception>
    /// <exception cref="SplitException">There are fewer patients than folds.</exception>
    public static IReadOnlyList<Split> Of(
        SplitCohort cohort, int folds, ulong seed = 1, bool validation = false, IReadOnlyList<string>? stratify = null)
    {
        if (folds < (validation ? 3 : 2) || folds > 64)
            throw new ArgumentOutOfRangeException(nameof(folds), folds, "There are 2 to 64 folds, with validation 3 to 64.");
        var dealt = Deal(cohort, folds, seed, stratify);
        string[] parts = validation ? [SplitPart.Train, SplitPart.Validation, SplitPart.Test] : [SplitPart.Train, SplitPart.Test];
        return [.. Enumerable.Range(0, folds).Select(test => dealt.Mapped(parts, fold => PartOf(fold, test)))];

        int PartOf(int fold, int test)
        {
            if (fold == test) return parts.Length - 1;
            return validation && fold == (test + 1) % folds ? 1 : 0;
        }
    }

    /// <summary>The folds themselves, as the parts "fold 1", "fold 2", … of one split.</summary>
    /// <param name="cohort">The images to be split.</param>
    /// <param name="folds">k, from 2 to 64.</param>
    /// <param name="seed">Of the stratification.</param>
    /// <param name="stratify">The names of the characteristics that every fold is to have alike; null is all findings.</param>
    /// <exception cref="SplitException">There are fewer patients than folds.</exception>
    /// <exception cref="ArgumentException">Too few folds, or more than 64.</exception>
    public static Split Deal(SplitCohort cohort, int folds, ulong seed = 1, IReadOnlyList<string>? stratify = null) => Split.Of(
        cohort,
        new SplitPlan([.. Enumerable.Range(1, folds).Select(fold => new SplitPart(string.Create(CultureInfo.InvariantCulture, $"fold {fold}"), 1.0 / folds))])
        {
            Seed = seed,
            Stratify = stratify,
        });
}
