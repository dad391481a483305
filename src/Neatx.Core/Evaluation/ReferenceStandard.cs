using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The labels of one finding that an evaluation trusts: a decided state for each image that is kept, and the patient it belongs to
/// where patients are known. Immutable.
/// </summary>
public sealed class ReferenceStandard
{
    private readonly bool[] _positive;
    private readonly int[] _rows;
    private readonly int[]? _clusters;

    /// <param name="positive">The state of every image: true is positive, false negative.</param>
    /// <param name="clusters">The patient of every image as any number, equal for equal patients; empty where patients are not known.</param>
    /// <exception cref="ArgumentException">Clusters are given for another number of images.</exception>
    public ReferenceStandard(ReadOnlySpan<bool> positive, ReadOnlySpan<int> clusters = default)
        : this([.. positive], Upto(positive.Length), positive.Length, "every image is decided", clusters)
    {
    }

    private ReferenceStandard(bool[] positive, int[] rows, int given, string policy, ReadOnlySpan<int> clusters)
    {
        if (!clusters.IsEmpty && clusters.Length != given)
            throw new ArgumentException($"Expected a cluster for each of {given} images, got {clusters.Length}.", nameof(clusters));
        (_positive, _rows, Given, Policy) = (positive, rows, given, policy);
        Positives = positive.AsSpan().Count(true);
        if (clusters.IsEmpty) return;
        _clusters = new int[rows.Length];
        var numbers = new Dictionary<int, int>();
        for (var image = 0; image < rows.Length; image++)
        {
            numbers.TryAdd(clusters[rows[image]], numbers.Count);
            _clusters[image] = numbers[clusters[rows[image]]];
        }

        Patients = numbers.Count;
    }

    /// <summary>The number of images that were given, kept or not; scores come in this length.</summary>
    public int Given { get; }

    /// <summary>The number of images that are kept, n.</summary>
    public int Count => _positive.Length;

    public int Positives { get; }

    public int Negatives => Count - Positives;

    /// <summary>The number of patients with an image that is kept, or null where patients are not known.</summary>
    public int? Patients { get; }

    /// <summary>What became of uncertain, invalid and missing labels, for instance "uncertain=drop invalid=drop missing=drop".</summary>
    public string Policy { get; }

    /// <summary>The states of the images that are kept, in the order given.</summary>
    public ReadOnlySpan<bool> Positive => _positive;

    /// <summary>Where each image that is kept stood among those given, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The patient of each image that is kept, numbered 0, 1, 2, … in order of appearance; empty where patients are not known.</summary>
    public ReadOnlySpan<int> Clusters => _clusters;

    /// <summary>What a resample draws: "patient", or "image" where patients are not known.</summary>
    internal string Unit => _clusters is null ? "image" : "patient";

    /// <summary>Why nothing can be told apart, or null when there are images of both states.</summary>
    public string? OneState => (Positives, Negatives) switch
    {
        (0, 0) => "no image has a decided label",
        (0, _) => "no image is positive",
        (_, 0) => "no image is negative",
        _ => null,
    };

    /// <summary>The images that a policy decides; the others are dropped, with their scores.</summary>
    /// <exception cref="ArgumentException">The policy keeps a third class, or clusters are given for another number of images.</exception>
    public static ReferenceStandard Of(ReadOnlySpan<LabelState> labels, AgreementPolicy policy, ReadOnlySpan<int> clusters = default)
    {
        var (positive, rows) = (new List<bool>(labels.Length), new List<int>(labels.Length));
        for (var row = 0; row < labels.Length; row++)
        {
            if (Decide(labels[row], policy) is not { } state) continue;
            positive.Add(state);
            rows.Add(row);
        }

        return new ReferenceStandard([.. positive], [.. rows], labels.Length, policy.Name, clusters);
    }

    /// <summary>The scores of one model or rater on the same images.</summary>
    /// <param name="name">How reports call the scores, for instance the model's name.</param>
    /// <param name="scores">One score for each image given; higher means more likely positive. Those of dropped images are not read.</param>
    /// <exception cref="ArgumentException">The length differs, or a score is NaN.</exception>
    public ScoredLabels Score(string name, ReadOnlySpan<double> scores)
    {
        var kept = new double[CheckedCount(name, scores.Length)];
        if (Count == Given) scores.CopyTo(kept);
        else
            for (var image = 0; image < kept.Length; image++) kept[image] = scores[_rows[image]];
        return new ScoredLabels(name, this, kept);
    }

    /// <inheritdoc cref="Score(string, ReadOnlySpan{double})"/>
    public ScoredLabels Score(string name, ReadOnlySpan<float> scores)
    {
        var kept = new double[CheckedCount(name, scores.Length)];
        for (var image = 0; image < kept.Length; image++) kept[image] = scores[_rows[image]];
        return new ScoredLabels(name, this, kept);
    }

    private int CheckedCount(string name, int scores) => scores == Given
        ? Count
        : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"Expected a score of '{name}' for each of {Given} images, got {scores}."), nameof(scores));

    private static bool? Decide(LabelState label, AgreementPolicy policy)
    {
        var treatment = label switch
        {
            LabelState.Positive => StateTreatment.AsPositive,
            LabelState.Negative => StateTreatment.AsNegative,
            LabelState.Uncertain => policy.Uncertain,
            LabelState.Invalid => policy.Invalid,
            _ => policy.Missing,
        };
        return treatment switch
        {
            StateTreatment.AsPositive => true,
            StateTreatment.AsNegative => false,
            StateTreatment.Drop => null,
            _ => throw new ArgumentException(
                $"A reference standard knows positive and negative only, but the policy '{policy.Name}' keeps a third class; drop it or decide it.",
                nameof(policy)),
        };
    }

    private static int[] Upto(int count)
    {
        var rows = new int[count];
        for (var row = 0; row < count; row++) rows[row] = row;
        return rows;
    }
}
