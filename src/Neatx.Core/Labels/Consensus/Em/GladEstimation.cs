namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// GLAD (Whitehill et al. 2009): an answer of rater j to item i is right with probability sigma(alpha_j beta_i), else any other class with
/// equal probability. beta is positive and moves on the log scale. Normal priors on alpha and on log beta.
/// </summary>
/// <remarks>
/// The M-step is Newton-scaled gradient ascent with backtracking, first on every alpha with the betas held, then on every log beta with
/// the alphas held. Given the others each parameter stands alone, so each step is accepted by its own part of the expected
/// log-likelihood: it never falls, hence neither does the observed one (generalised EM).
/// </remarks>
internal sealed class GladEstimation : IEstimation
{
    private readonly ObservedRatings _data;
    private readonly Glad _rule;
    private readonly int _classes;
    private readonly double[] _logPrevalence;
    private readonly double[] _ability;
    private readonly double[] _logEase;
    private readonly double[] _rightness;
    private readonly ItemBlocks _itemBlocks;
    private readonly ItemBlocks _raterBlocks;
    private readonly double[] _blockLogLikelihood;
    private readonly GladAscent _abilityAscent;
    private readonly GladAscent _easeAscent;
    private readonly Action<int> _startBlock;
    private readonly Action<int> _expectBlock;
    private readonly Action<int> _abilityBlock;
    private readonly Action<int> _easeBlock;

    public GladEstimation(ObservedRatings data, Glad rule)
    {
        (_data, _rule) = (data, rule);
        _classes = data.Classes.Count;
        Posterior = new double[data.Items * _classes];
        Prevalence = [.. Enumerable.Repeat(1.0 / _classes, _classes)];
        _logPrevalence = [.. Prevalence.Select(share => Math.Log(share))];
        _ability = [.. Enumerable.Repeat(rule.AbilityMean, data.Raters)];
        _logEase = [.. Enumerable.Repeat(rule.LogEaseMean, data.Items)];
        _rightness = new double[data.Count];
        _itemBlocks = new ItemBlocks(data.Start, sumsPerBlock: 1);
        _blockLogLikelihood = new double[_itemBlocks.Count];

        var itemOfRating = new int[data.Count];
        for (var item = 0; item < data.Items; item++) itemOfRating.AsSpan(data.Start[item]..data.Start[item + 1]).Fill(item);
        var (raterStart, ratingsByRater) = ByRater(data);
        _raterBlocks = new ItemBlocks(raterStart, sumsPerBlock: 1);
        _abilityAscent = new GladAscent(
            raterStart, ratingsByRater, itemOfRating, data.Weight, _rightness, _ability, _logEase, rule.AbilityMean, rule.AbilitySd, onLogEase: false);
        _easeAscent = new GladAscent(
            data.Start, order: null, data.Rater, data.Weight, _rightness, _logEase, _ability, rule.LogEaseMean, rule.LogEaseSd, onLogEase: true);
        _startBlock = block => ForItems(block, _data.FillStart);
        _expectBlock = ExpectBlock;
        _abilityBlock = block => _abilityAscent.Step(_raterBlocks[block]);
        _easeBlock = block => _easeAscent.Step(_itemBlocks[block]);
    }

    private delegate void PosteriorFiller(int item, Span<double> posterior);

    public double[] Posterior { get; }

    public double[] Prevalence { get; }

    public double LogPrior { get; private set; }

    /// <summary>alpha of each rater.</summary>
    public ReadOnlySpan<double> Ability => _ability;

    /// <summary>log beta of each item.</summary>
    public ReadOnlySpan<double> LogEase => _logEase;

    public void StartFromMajority() => _itemBlocks.ForEach(_startBlock);

    public void Maximize()
    {
        _raterBlocks.ForEach(_abilityBlock);
        _itemBlocks.ForEach(_easeBlock);
        LogPrior = _abilityAscent.LogPrior() + _easeAscent.LogPrior();
        if (_rule.ClassPrior == ClassPrior.Uniform) return;
        MeanPosterior().CopyTo(Prevalence, 0);
        for (var @class = 0; @class < _classes; @class++) _logPrevalence[@class] = Math.Log(Prevalence[@class]);
    }

    public double Expect()
    {
        _itemBlocks.ForEach(_expectBlock);
        return _blockLogLikelihood.Sum();
    }

    /// <summary>The share of each class under the posteriors in force.</summary>
    public double[] MeanPosterior()
    {
        var shares = new double[_classes];
        for (var index = 0; index < Posterior.Length; index++) shares[index % _classes] += Posterior[index];
        var total = shares.Sum();
        return [.. shares.Select(share => share / total)];
    }

    private static (int[] Start, int[] Order) ByRater(ObservedRatings data)
    {
        var start = new int[data.Raters + 1];
        foreach (var rater in data.Rater) start[rater + 1]++;
        for (var rater = 0; rater < data.Raters; rater++) start[rater + 1] += start[rater];
        var next = start[..data.Raters];
        var order = new int[data.Count];
        for (var rating = 0; rating < order.Length; rating++) order[next[data.Rater[rating]]++] = rating;
        return (start, order);
    }

    private void ForItems(int block, PosteriorFiller fill)
    {
        var (first, end) = _itemBlocks[block];
        for (var item = first; item < end; item++)
        {
            if (!_data.TakesPart(item)) continue;
            var posterior = Posterior.AsSpan(item * _classes, _classes);
            fill(item, posterior);
            for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++)
                _rightness[rating] = posterior[_data.Category[rating]];
        }
    }

    private void ExpectBlock(int block)
    {
        var logLikelihood = 0.0;
        ForItems(block, (item, posterior) => logLikelihood += Expect(item, posterior));
        _blockLogLikelihood[block] = logLikelihood;
    }

    private double Expect(int item, Span<double> posterior)
    {
        var logOthers = Math.Log(Math.Max(1, _classes - 1));
        _logPrevalence.CopyTo(posterior);
        var ease = Math.Exp(_logEase[item]);
        var wrong = 0.0;
        for (var rating = _data.Start[item]; rating < _data.Start[item + 1]; rating++)
        {
            // log sigma(x) - log sigma(-x) = x: every class gets the log-probability of a wrong answer, the one named the difference.
            var x = _ability[_data.Rater[rating]] * ease;
            var weight = _data.Weight is null ? 1 : _data.Weight[rating];
            wrong -= weight * (GladAscent.Softplus(x) + logOthers);
            posterior[_data.Category[rating]] += weight * (x + logOthers);
        }

        foreach (ref var value in posterior) value += wrong;
        return LogPosterior.Normalize(posterior, _data.Anchor[item]);
    }
}
