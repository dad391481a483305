using System.Runtime.InteropServices;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Web.Figures;

/// <summary>Takes completed images one by one and computes the figures of a campaign.</summary>
internal sealed class FigureComputation
{
    // Beyond these the large-sample interval is given, and the method says so.
    private const int MostBootstraps = 240;

    private readonly CampaignPlan _plan;
    private readonly IReadOnlyList<string> _pseudonyms;
    private readonly CampaignGold _gold;
    private readonly PairTally _pooled;
    private readonly Dictionary<(int A, int B), PairTally> _pairs = [];
    private readonly SortedDictionary<int, PairTally> _withGold = [];
    private readonly SortedDictionary<int, RaterSeries> _series = [];
    private readonly List<int> _disputed = [];
    private readonly List<int>[] _disputedOf;
    private int _ratedEnough;

    /// <param name="plan">Of the campaign.</param>
    /// <param name="pseudonyms">By number of the rater.</param>
    /// <param name="gold">The reference standard.</param>
    public FigureComputation(CampaignPlan plan, IReadOnlyList<string> pseudonyms, CampaignGold gold)
    {
        (_plan, _pseudonyms, _gold) = (plan, pseudonyms, gold);
        _pooled = new(plan.Findings.Count);
        _disputedOf = [.. plan.Findings.Select(_ => new List<int>())];
    }

    public void Add(RatedImage image)
    {
        if (image.Pool == ImagePool.Hidden) AddGold(image);
        if (image.Pool != ImagePool.Main) return;
        var firsts = 0;
        foreach (var one in image.Ratings)
        {
            if (one.Occurrence == 0)
            {
                firsts++;
                SeriesOf(one.Rater).Add(one, image);
            }

            foreach (var other in image.Ratings)
            {
                // A rater's repeats say something about that rater only.
                var isPair = one is { Occurrence: 0 } && (one.Rater == other.Rater ? other.Occurrence == 1 : other.Occurrence == 0 && one.Rater < other.Rater);
                if (!isPair) continue;
                PairOf(one.Rater, other.Rater).Add(image.Patient, one.Codes, other.Codes);
                if (one.Rater != other.Rater) _pooled.Add(image.Patient, one.Codes, other.Codes);
            }
        }

        if (firsts >= _plan.Overlap) _ratedEnough++;
        AddDisputes(image);
    }

    public FigureSet Finish(long sequence, CampaignPhase phase, DateTimeOffset now)
    {
        foreach (var series in _series.Values) series.Sort();
        var agreement = Agreement();
        var prevalence = from series in _series
                         from finding in Enumerable.Range(0, _plan.Findings.Count)
                         select series.Value.Figure(_pseudonyms[series.Key], finding, _plan.Findings[finding].Name);
        return new(sequence, phase, now, agreement, [.. prevalence], Stop(agreement), new(_disputed, _disputedOf), _ratedEnough);
    }

    private List<AgreementFigure> Agreement()
    {
        var left = MostBootstraps;
        var figures = new List<AgreementFigure>();
        Put("pooled", null, null, _pooled);
        foreach (var (rater, tally) in _withGold) Put("gold", _pseudonyms[rater], "reference", tally);
        foreach (var ((a, b), tally) in _pairs.OrderByDescending(pair => pair.Value.Images).ThenBy(pair => pair.Key))
            Put(a == b ? "self" : "raters", _pseudonyms[a], _pseudonyms[b], tally);
        return figures;

        void Put(string kind, string? a, string? b, PairTally tally)
        {
            for (var finding = 0; finding < _plan.Findings.Count; finding++)
            {
                var rule = _plan.Stop ?? new StopRule();
                // One thread: the others belong to those who rate.
                var bootstrap = left-- > 0 ? new BootstrapOptions { Resamples = rule.Resamples, Level = rule.Level, Seed = _plan.Seed, MaxThreads = 1 } : null;
                figures.Add(tally.Figure(kind, a, b, finding, _plan.Findings[finding].Name, bootstrap, rule.Level));
            }
        }
    }

    private StopFigure? Stop(IReadOnlyList<AgreementFigure> agreement)
    {
        if (_plan.Stop is not { } rule) return null;
        var findings = agreement.Where(each => each.Kind == "pooled").Select(each =>
        {
            var half = (each.High - each.Low) / 2;
            return new StopFinding(each.Finding, each.N, half, rule.IsNarrow(each.Kappa, each.Low, each.High) && each.N >= rule.Least);
        }).ToList();
        return new(rule.HalfWidth, rule.Level, rule.Least, findings.TrueForAll(each => each.Reached), findings);
    }

    private void AddGold(RatedImage image)
    {
        if (!_gold.Has(image.Number)) return;
        var expert = new byte[_plan.Findings.Count];
        for (var finding = 0; finding < expert.Length; finding++) expert[finding] = CodeOf(_gold[image.Number, finding]);
        foreach (var own in image.Ratings.Where(each => each.Occurrence == 0))
        {
            if (!_withGold.TryGetValue(own.Rater, out var tally)) _withGold.Add(own.Rater, tally = new(_plan.Findings.Count));
            tally.Add(image.Patient, own.Codes, expert);
        }
    }

    private void AddDisputes(RatedImage image)
    {
        var isDisputed = false;
        var firsts = image.Ratings.Where(each => each.Occurrence == 0).ToList();
        for (var finding = 0; finding < _plan.Findings.Count && firsts.Count > 1; finding++)
        {
            var first = Rating.OfCode(firsts[0].Codes[finding]).Side;
            if (!firsts.Exists(each => Disagreement.Differs(Rating.OfCode(each.Codes[finding]).Side, first))) continue;
            _disputedOf[finding].Add(image.Number);
            isDisputed = true;
        }

        if (isDisputed) _disputed.Add(image.Number);
    }

    private static byte CodeOf(LabelState state) => state switch
    {
        LabelState.Negative => Rating.OfCertainty(0).Code,
        LabelState.Uncertain => Rating.OfCertainty(.5).Code,
        LabelState.Positive => Rating.OfCertainty(1).Code,
        LabelState.Invalid => Rating.Invalid.Code,
        _ => Rating.Missing.Code,
    };

    private PairTally PairOf(int a, int b)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (a, b), out _);
        return tally ??= new(_plan.Findings.Count);
    }

    private RaterSeries SeriesOf(int rater)
    {
        if (!_series.TryGetValue(rater, out var series)) _series.Add(rater, series = new(_plan.Findings.Count));
        return series;
    }
}
