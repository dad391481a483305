using Neatx.Core.Agreement;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Evaluation;

/// <summary>The labels and scores of a CSV file as they stand, one image a row. Immutable.</summary>
public sealed class ScoresFile
{
    private readonly int?[] textOfRow;
    private readonly double[][] scores;
    private readonly int[]? clusterOfRow;
    private readonly IReadOnlyList<BlankScore> blankScores;

    internal ScoresFile(
        string name,
        ScoreColumns columns,
        IReadOnlyList<RatingText> texts,
        int?[] textOfRow,
        double[][] scores,
        int[]? clusterOfRow,
        IReadOnlyList<BlankScore> blankScores)
    {
        (Name, Columns, Texts) = (name, columns, texts);
        (this.textOfRow, this.scores, this.clusterOfRow, this.blankScores) = (textOfRow, scores, clusterOfRow, blankScores);
    }

    /// <summary>The file, as it was named.</summary>
    public string Name { get; }

    public ScoreColumns Columns { get; }

    /// <summary>The number of images, labelled or not.</summary>
    public int Rows => textOfRow.Length;

    /// <summary>The distinct texts of the label column, blanks left out.</summary>
    public IReadOnlyList<RatingText> Texts { get; }

    /// <summary>How many images have a text.</summary>
    public int CountOf(int text) => textOfRow.Count(of => of == text);

    /// <summary>Evaluates all scores on the images that the policy decides.</summary>
    /// <exception cref="NeatxException">An image that is decided lacks a score.</exception>
    public ScoreComparison Compare(LabelReading reading, AgreementPolicy policy, EvaluationOptions options)
    {
        var labels = new LabelState[Rows];
        for (var row = 0; row < labels.Length; row++) labels[row] = textOfRow[row] is { } text ? reading.StateOf(text) : LabelState.Missing;
        var reference = ReferenceStandard.Of(labels, policy, clusterOfRow);
        RefuseBlankScores(reference);
        return ScoreComparison.Of([.. Columns.Scores.Select((name, column) => reference.Score(name, scores[column]))], options);
    }

    private void RefuseBlankScores(ReferenceStandard reference)
    {
        var problems = new RowProblems(Name);
        foreach (var blank in blankScores)
            if (reference.Rows.BinarySearch(blank.Row) >= 0)
                problems.Add("blank-score", blank.Line, blank.Column, "", "a number, since the image has a label", "Fill it in, or take the row out.");
        problems.ThrowIfAny();
    }
}
