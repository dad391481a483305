using Neatx.Core.Labels.Consensus;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Labels;

/// <summary>What an estimating rule learned about one rater: rows of the confusion matrix are classes; null where undefined.</summary>
public sealed record RaterModel(string Rater, int Ratings, Statistic Accuracy, Statistic Ability, IReadOnlyList<string>? Categories, IReadOnlyList<IReadOnlyList<double?>>? Confusion)
{
    internal static RaterModel Of(RaterEstimate rater) => new(rater.Rater, rater.Ratings, rater.Accuracy, rater.Ability, rater.Confusion?.Categories, Rows(rater.Confusion));

    private static List<IReadOnlyList<double?>>? Rows(ConfusionMatrix? matrix) => matrix is null
        ? null
        : [.. Enumerable.Range(0, matrix.Classes.Count).Select(row => (IReadOnlyList<double?>)[.. Enumerable.Range(0, matrix.Categories.Count).Select(column => matrix[row, column])])];
}
