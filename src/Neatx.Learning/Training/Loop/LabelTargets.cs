using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// What the outputs for each image should be and how much each counts. A label that is missing, uncertain or invalid counts nothing: it is
/// never a negative. The loss of a step is the sum over heads of head weight x mean over the head's decided labels of finding weight x
/// binary cross-entropy, so that a step over several batches is the same as over one large batch.
/// </summary>
internal sealed class LabelTargets
{
    private readonly float[] _targets;
    private readonly bool[] _decided;
    private readonly int[] _headOf;
    private readonly double[] _factors;
    private readonly int _heads;

    public LabelTargets(RunConfig config, IReadOnlyList<RunImage> images)
    {
        var findings = config.Findings();
        Findings = findings.Count;
        _heads = config.Heads.Count;
        _headOf = [.. config.Heads.SelectMany((head, index) => head.Findings.Select(_ => index))];
        _factors = [.. findings.Select((finding, index) => config.Heads[_headOf[index]].Weight * config.Recipe.FindingWeights.GetValueOrDefault(finding, 1))];
        _targets = new float[images.Count * Findings];
        _decided = new bool[_targets.Length];
        for (var label = 0; label < _targets.Length; label++)
        {
            var (image, finding) = (images[label / Findings], label % Findings);
            var state = image.States[finding];
            _decided[label] = state is LabelState.Positive or LabelState.Negative;
            if (!_decided[label]) continue;
            var hard = state == LabelState.Positive ? 1f : 0f;
            _targets[label] = config.Recipe.SoftLabels ? image.Certainties[finding] ?? hard : hard;
        }

        PositiveWeights = [.. findings.Select((_, finding) => config.Recipe.BalancePositives ? Ratio(images, finding) : 1f)];
    }

    /// <summary>Outputs of the network, all heads together.</summary>
    public int Findings { get; }

    /// <summary>The factor of the positive side of the loss, finding by finding: negatives / positives of the training part, or 1.</summary>
    public IReadOnlyList<float> PositiveWeights { get; }

    /// <summary>The rows that have a label to learn from.</summary>
    public bool IsDecided(int row) => _decided.AsSpan(row * Findings, Findings).Contains(true);

    public bool IsDecided(int row, int finding) => _decided[(row * Findings) + finding];

    /// <summary>The rows' targets and weights, row after row: what a batch of a step adds to the step's loss.</summary>
    /// <param name="step">All rows of the step, whose decided labels are the divisor.</param>
    /// <param name="rows">Those of the batch.</param>
    /// <param name="targets">Rows x findings, filled.</param>
    /// <param name="weights">Rows x findings, filled.</param>
    public void Fill(ReadOnlySpan<int> step, ReadOnlySpan<int> rows, Span<float> targets, Span<float> weights)
    {
        Span<double> factors = stackalloc double[Findings];
        Factors(step, factors);
        for (var index = 0; index < rows.Length; index++)
        {
            for (var finding = 0; finding < Findings; finding++)
            {
                var (label, place) = ((rows[index] * Findings) + finding, (index * Findings) + finding);
                targets[place] = _targets[label];
                weights[place] = _decided[label] ? (float)factors[finding] : 0;
            }
        }
    }

    /// <summary>The same loss of some rows taken together, in double precision; null where no label is decided.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="logits">Rows x findings, in the order of the rows.</param>
    public double? Loss(ReadOnlySpan<int> rows, ReadOnlySpan<float> logits)
    {
        Span<double> factors = stackalloc double[Findings];
        if (!Factors(rows, factors)) return null;
        var sum = 0.0;
        for (var place = 0; place < logits.Length; place++)
        {
            var finding = place % Findings;
            var label = (rows[place / Findings] * Findings) + finding;
            if (_decided[label]) sum += factors[finding] * CrossEntropy(logits[place], _targets[label], PositiveWeights[finding]);
        }

        return sum;
    }

    private static double CrossEntropy(double logit, double target, double positiveWeight)
    {
        var softplus = Math.Log(1 + Math.Exp(-Math.Abs(logit))) + Math.Max(-logit, 0);
        return ((1 - target) * logit) + ((1 + ((positiveWeight - 1) * target)) * softplus);
    }

    private static float Ratio(IReadOnlyList<RunImage> images, int finding)
    {
        var states = images.Where(image => image.Part == RunParts.Train).CountBy(image => image.States[finding]).ToDictionary();
        return (float)states.GetValueOrDefault(LabelState.Negative) / states.GetValueOrDefault(LabelState.Positive);
    }

    private bool Factors(ReadOnlySpan<int> rows, Span<double> factors)
    {
        Span<int> counts = stackalloc int[_heads];
        counts.Clear();
        foreach (var row in rows)
            for (var finding = 0; finding < Findings; finding++)
                if (_decided[(row * Findings) + finding]) counts[_headOf[finding]]++;
        for (var finding = 0; finding < Findings; finding++)
            factors[finding] = counts[_headOf[finding]] is > 0 and var count ? _factors[finding] / count : 0;
        return counts.ContainsAnyExcept(0);
    }
}
