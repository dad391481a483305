using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>
/// Gathers a campaign's agreement bit by bit, so that a server can let go of the state in between: between any two raters, over all pairs
/// together, of a rater with the reference standard (hidden images), and of a rater with himself (repeats). Labels are sides of .5;
/// uncertain, invalid and missing ones are dropped. Not safe for several threads.
/// </summary>
public sealed class AgreementSample
{
    /// <summary>Stands for all raters.</summary>
    private const int All = -1;

    /// <summary>Stands for the reference standard.</summary>
    private const int Gold = -2;

    private static readonly AgreementPolicy Policy = new();
    private static readonly int Size = Policy.Categories.Count;

    private readonly CampaignPlan _plan;
    private readonly CampaignGold _gold;
    private readonly IReadOnlyList<int> _patients;
    private readonly Dictionary<(int A, int B, int Finding), PairSample> _samples = [];
    private readonly List<Assignment> _first = [];

    /// <param name="plan">Names the findings.</param>
    /// <param name="gold">The reference standard.</param>
    /// <param name="patients">The number of the patient of each image, image 1 first.</param>
    public AgreementSample(CampaignPlan plan, CampaignGold gold, IReadOnlyList<int> patients) => (_plan, _gold, _patients) = (plan, gold, patients);

    /// <summary>Images that two or more raters rated.</summary>
    public int Shared { get; private set; }

    /// <summary>Adds what is completed on some images; every image once.</summary>
    /// <param name="state">Where the campaign stands.</param>
    /// <param name="from">The first image.</param>
    /// <param name="to">The last; what is beyond the list of patients is left out.</param>
    public void Add(CampaignState state, int from, int to)
    {
        for (var image = from; image <= Math.Min(Math.Min(to, state.Images), _patients.Count); image++) Add(state, image);
    }

    /// <summary>Cohen's kappa of a finding between raters, over all pairs of raters on the same image.</summary>
    /// <param name="finding">The index of the finding.</param>
    /// <param name="bootstrap">How patients are resampled, or null for the analytic interval alone.</param>
    public SampledKappa BetweenRaters(int finding, BootstrapOptions? bootstrap) => Of((All, All, finding), bootstrap);

    /// <summary>Of two raters by number, in either order.</summary>
    public SampledKappa BetweenRaters(int a, int b, int finding, BootstrapOptions? bootstrap) => Of((Math.Min(a, b), Math.Max(a, b), finding), bootstrap);

    /// <summary>Of a rater with the reference standard on hidden images.</summary>
    public SampledKappa ToGold(int rater, int finding, BootstrapOptions? bootstrap) => Of((Gold, rater, finding), bootstrap);

    /// <summary>Of a rater's first and second answer to the same images.</summary>
    public SampledKappa WithinRater(int rater, int finding, BootstrapOptions? bootstrap) => Of((rater, rater, finding), bootstrap);

    private void Add(CampaignState state, int image)
    {
        _first.Clear();
        foreach (var assignment in state.AssignmentsOf(image))
        {
            if (!assignment.IsCompleted || assignment.Rater.IsDropped) continue;
            if (assignment.Kind == AssignmentKind.Rating) _first.Add(assignment);
            else if (assignment is { Kind: AssignmentKind.Repeat, Occurrence: 1 } && assignment.Rater.Find(image, 0) is { IsCompleted: true } before)
                Add(assignment.Rater.Number, assignment.Rater.Number, image, finding => before[finding].Side, finding => assignment[finding].Side, isShared: false);
            else if (assignment.Kind == AssignmentKind.HiddenGold)
                Add(Gold, assignment.Rater.Number, image, finding => _gold[image, finding], finding => assignment[finding].Side, isShared: false);
        }

        if (_first.Count < 2) return;
        Shared++;
        _first.Sort((one, other) => one.Rater.Number.CompareTo(other.Rater.Number));
        for (var a = 0; a < _first.Count; a++)
        {
            for (var b = a + 1; b < _first.Count; b++)
            {
                var (one, other) = (_first[a], _first[b]);
                Add(one.Rater.Number, other.Rater.Number, image, finding => one[finding].Side, finding => other[finding].Side, isShared: true);
            }
        }
    }

    private void Add(int a, int b, int image, Func<int, LabelState> one, Func<int, LabelState> other, bool isShared)
    {
        for (var finding = 0; finding < _plan.Findings.Count; finding++)
        {
            var (row, column) = (Policy.CategoryOf(one(finding)), Policy.CategoryOf(other(finding)));
            if (row < 0 || column < 0) continue;
            var cell = (row * Size) + column;
            Sample((a, b, finding)).Add(_patients[image - 1], cell);
            if (isShared) Sample((All, All, finding)).Add(_patients[image - 1], cell);
        }
    }

    private PairSample Sample((int A, int B, int Finding) key)
    {
        if (!_samples.TryGetValue(key, out var sample)) _samples.Add(key, sample = new PairSample(Size));
        return sample;
    }

    private SampledKappa Of((int A, int B, int Finding) key, BootstrapOptions? bootstrap) =>
        (_samples.GetValueOrDefault(key) ?? new PairSample(Size)).Kappa(Policy.Categories, bootstrap);
}
