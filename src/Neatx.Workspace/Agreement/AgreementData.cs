using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Agreement;

/// <summary>
/// The label sets and raters of a run, and the tallies of pairs of them: each pair is read once, whoever asks. Not thread-safe.
/// </summary>
public sealed class AgreementData
{
    private readonly TableSession _session;
    private readonly Dictionary<string, ComparedSide> _labelSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RatingsSource> _ratings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unavailable = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Ratings, string A, string B, RatingCodes Codes), PairTally> _tallies = [];

    public AgreementData(TableSession session) => _session = session;

    /// <summary>Adds a label set by its Parquet file.</summary>
    public void Add(ComparedSide labelSet) => _labelSets.Add(labelSet.Name, labelSet);

    /// <summary>Adds a ratings table.</summary>
    public void Add(RatingsSource ratings) => _ratings.Add(ratings.Name, ratings);

    /// <summary>Names a table that is not to be had, with the reason.</summary>
    public void AddUnavailable(string name, string reason) => _unavailable.Add(name, reason);

    /// <summary>Why a label set or ratings table is not to be had, or null.</summary>
    public string? WhyNot(string name) => _unavailable.GetValueOrDefault(name);

    /// <summary>The ratings table of that name, which is to be had.</summary>
    public RatingsSource Ratings(string name) => _ratings[name];

    /// <summary>A label set that is to be had.</summary>
    public ComparedSide LabelSet(string name) => _labelSets[name];

    /// <summary>What two label sets said.</summary>
    public PairTally Tally(string a, string b) => Tally("", _labelSets[a], _labelSets[b], RatingCodes.States);

    /// <summary>What two raters of one table said, as states by side of .5 or as grades.</summary>
    public PairTally Tally(RatingsSource ratings, string a, string b, RatingCodes codes) =>
        Tally(ratings.Name, ratings.Rater(a, codes), ratings.Rater(b, codes), codes);

    private PairTally Tally(string ratings, ComparedSide a, ComparedSide b, RatingCodes codes)
    {
        var key = (ratings, a.Name, b.Name, codes);
        if (!_tallies.TryGetValue(key, out var tally)) _tallies.Add(key, tally = PairReader.Read(_session, a, b, codes));
        return tally;
    }
}
