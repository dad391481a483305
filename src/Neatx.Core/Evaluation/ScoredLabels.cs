using System.Globalization;

namespace Neatx.Core.Evaluation;

/// <summary>A reference standard and the scores of one model or rater on its images; no score is NaN. Immutable.</summary>
public sealed class ScoredLabels
{
    private readonly double[] _scores;

    internal ScoredLabels(string name, ReferenceStandard reference, double[] scores)
    {
        for (var image = 0; image < scores.Length; image++)
        {
            if (!double.IsNaN(scores[image])) continue;
            var row = reference.Rows[image].ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException(
                $"The score of '{name}' at index {row} is NaN; give every labelled image a score, or leave the image out.", nameof(scores));
        }

        (Name, Reference, _scores) = (name, reference, scores);
    }

    public string Name { get; }

    public ReferenceStandard Reference { get; }

    /// <summary>One score for each image that the reference standard keeps, in its order.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Why the scores cannot be read as probabilities, or null when all lie in [0, 1].</summary>
    internal string? NotProbabilities
    {
        get
        {
            for (var image = 0; image < _scores.Length; image++)
                if (_scores[image] is not (>= 0 and <= 1))
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"the score {_scores[image]} is no probability");
            return null;
        }
    }
}
