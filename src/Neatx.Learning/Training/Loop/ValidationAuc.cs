using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Training.Loop;

/// <summary>The AUC of each finding on some images, by their decided labels. The reference standards are made once and scored every epoch.</summary>
internal sealed class ValidationAuc
{
    private readonly IReadOnlyList<string> _findings;
    private readonly ReferenceStandard[] _references;
    private readonly int[][] _places;

    /// <param name="images">All of the run.</param>
    /// <param name="rows">Those that are scored.</param>
    /// <param name="findings">In the order of the outputs.</param>
    public ValidationAuc(IReadOnlyList<RunImage> images, IReadOnlyList<int> rows, IReadOnlyList<string> findings)
    {
        _findings = findings;
        _places = new int[findings.Count][];
        _references = new ReferenceStandard[findings.Count];
        for (var finding = 0; finding < findings.Count; finding++)
        {
            var states = rows.Select(row => images[row].States[finding]).ToList();
            _places[finding] = [.. Enumerable.Range(0, rows.Count).Where(place => states[place] is LabelState.Positive or LabelState.Negative)];
            _references[finding] = new ReferenceStandard([.. _places[finding].Select(place => states[place] == LabelState.Positive)]);
        }
    }

    /// <summary>Finding to AUC, null where it is undefined.</summary>
    /// <param name="logits">Rows x findings; an AUC is the same of logits as of probabilities, but never tied by rounding to 1.</param>
    public IReadOnlyDictionary<string, double?> Of(ReadOnlySpan<float> logits)
    {
        var figures = new OrderedDictionary<string, double?>(StringComparer.Ordinal);
        for (var finding = 0; finding < _findings.Count; finding++)
        {
            var scores = new double[_places[finding].Length];
            for (var index = 0; index < scores.Length; index++) scores[index] = logits[(_places[finding][index] * _findings.Count) + finding];
            figures.Add(_findings[finding], Auc.Of(_references[finding].Score(_findings[finding], scores)).Value);
        }

        return figures;
    }
}
