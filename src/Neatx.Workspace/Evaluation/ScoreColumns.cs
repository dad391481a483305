namespace Neatx.Workspace.Evaluation;

/// <summary>Which columns of a CSV file hold a label and the scores that are to predict it; each row is an image.</summary>
public sealed record ScoreColumns
{
    /// <param name="label">The column with the label.</param>
    /// <param name="scores">The columns with scores, one a model or rater, named as they are.</param>
    /// <exception cref="NeatxException">There is no column of scores, or one is named twice.</exception>
    public ScoreColumns(string label, IReadOnlyList<string> scores)
    {
        if (scores.Count == 0) throw new NeatxException("which columns hold the scores? Name them with --score COLUMN COLUMN ...");
        var twice = scores.GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new NeatxException($"the column '{twice.Key}' is named twice; name every column of scores once.");
        (Label, Scores) = (label, [.. scores]);
    }

    public string Label { get; }

    public IReadOnlyList<string> Scores { get; }

    /// <summary>The column that names the patient of an image. Default: none.</summary>
    public string? Cluster { get; init; }

    /// <summary>Texts that mean that nothing was said, beside empty cells and the word "missing". Default: none.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];
}
