namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// EM for models in which each answer of a rater has one probability given the class. The E-step of an item is a sum of contiguous rows
/// of log-probabilities; the counts that the next M-step needs are taken in the same pass, so an iteration reads the ratings once.
/// </summary>
internal sealed class TableEstimation : IEstimation
{
    private readonly ObservedRatings _data;
    private readonly IRaterModel _model;
    private readonly bool _estimatePrevalence;
    private readonly double _smoothing;
    private readonly ItemBlocks _blocks;
    private readonly int _classes;
    private readonly int[] _row;
    private readonly double[] _logTable;
    private readonly double[] _logPrevalence;

    /// <summary>Raters x categories x classes, then one for each class.</summary>
    private readonly double[] _counts;

    private readonly double[] _blockCounts;
    private readonly double[] _blockLogLikelihood;
    private readonly Action<int> _startBlock;
    private readonly Action<int> _expectBlock;

    /// <param name="smoothing">A pseudo-count added to each class, at least 0.</param>
    public TableEstimation(ObservedRatings data, IRaterModel model, bool estimatePrevalence, double smoothing)
    {
        (_data, _model, _estimatePrevalence, _smoothing) = (data, model, estimatePrevalence, smoothing);
        _classes = data.Classes.Count;
        _logTable = new double[data.Raters * data.Categories.Count * _classes];
        _counts = new double[_logTable.Length + _classes];
        _blocks = new ItemBlocks(data.Start, _counts.Length);
        _blockCounts = new double[_blocks.Count * _counts.Length];
        _blockLogLikelihood = new double[_blocks.Count];
        _row = new int[data.Count];
        for (var rating = 0; rating < _row.Length; rating++)
            _row[rating] = ((data.Rater[rating] * data.Categories.Count) + data.Category[rating]) * _classes;
        Posterior = new double[data.Items * _classes];
        Prevalence = new double[_classes];
        _logPrevalence = new double[_classes];
        Array.Fill(Prevalence, 1.0 / _classes);
        Array.Fill(_logPrevalence, -Math.Log(_classes));
        (_startBlock, _expectBlock) = (StartBlock, ExpectBlock);
    }

    public double[] Posterior { get; }

    public double[] Prevalence { get; }

    public double LogPrior { get; private set; }

    /// <summary>The expected number of ratings by rater, category and class, under the posteriors in force.</summary>
    public ReadOnlySpan<double> Counts => _counts.AsSpan(0, _logTable.Length);

    /// <summary>The log-probability of each answer: raters x categories x classes.</summary>
    public ReadOnlySpan<double> LogTable => _logTable;

    /// <summary>The share of each class under the posteriors in force.</summary>
    public double[] MeanPosterior()
    {
        var shares = _counts[^_classes..];
        var total = shares.Sum();
        return [.. shares.Select(share => share / total)];
    }

    public void StartFromMajority() => Pass(_startBlock);

    /// <summary>Starts from given log-probabilities and a uniform class prior instead of the majority.</summary>
    public void StartAt(ReadOnlySpan<double> logTable)
    {
        logTable.CopyTo(_logTable);
        Array.Fill(Prevalence, 1.0 / _classes);
        Array.Fill(_logPrevalence, -Math.Log(_classes));
        Pass(_expectBlock);
    }

    public void Maximize()
    {
        _model.Maximize(Counts, _logTable);
        LogPrior = _model.LogPrior;
        if (!_estimatePrevalence) return;
        var total = 0.0;
        for (var @class = 0; @class < _classes; @class++) total += _counts[_logTable.Length + @class] + _smoothing;
        for (var @class = 0; @class < _classes; @class++)
        {
            Prevalence[@class] = (_counts[_logTable.Length + @class] + _smoothing) / total;
            _logPrevalence[@class] = Math.Log(Prevalence[@class]);
            if (_smoothing > 0) LogPrior += _smoothing * _logPrevalence[@class];
        }
    }

    public double Expect()
    {
        Pass(_expectBlock);
        var logLikelihood = 0.0;
        foreach (var part in _blockLogLikelihood) logLikelihood += part;
        return logLikelihood;
    }

    private void Pass(Action<int> block)
    {
        _blocks.ForEach(block);
        Array.Clear(_counts);
        for (var index = 0; index < _blocks.Count; index++)
        {
            var part = _blockCounts.AsSpan(index * _counts.Length, _counts.Length);
            for (var count = 0; count < part.Length; count++) _counts[count] += part[count];
        }
    }

    private void StartBlock(int block)
    {
        var counts = _blockCounts.AsSpan(block * _counts.Length, _counts.Length);
        counts.Clear();
        var (first, end) = _blocks[block];
        for (var item = first; item < end; item++)
        {
            if (!_data.TakesPart(item)) continue;
            var posterior = Posterior.AsSpan(item * _classes, _classes);
            _data.FillStart(item, posterior);
            Count(item, posterior, counts);
        }
    }

    private void ExpectBlock(int block)
    {
        var counts = _blockCounts.AsSpan(block * _counts.Length, _counts.Length);
        counts.Clear();
        var logLikelihood = 0.0;
        var (first, end) = _blocks[block];
        for (var item = first; item < end; item++)
        {
            if (!_data.TakesPart(item)) continue;
            var posterior = Posterior.AsSpan(item * _classes, _classes);
            Array.Copy(_logPrevalence, 0, Posterior, item * _classes, _classes);
            AddRatings(item, posterior);
            logLikelihood += LogPosterior.Normalize(posterior, _data.Anchor[item]);
            Count(item, posterior, counts);
        }

        _blockLogLikelihood[block] = logLikelihood;
    }

    private void AddRatings(int item, Span<double> logPosterior)
    {
        var (start, end) = (_data.Start[item], _data.Start[item + 1]);
        if (_data.Weight is not null) RowSums.AddTo(logPosterior, _logTable, _row.AsSpan(start..end), _data.Weight.AsSpan(start..end));
        else if (_classes == 2) RowSums.AddPairsTo(logPosterior, _logTable, _row.AsSpan(start..end));
        else RowSums.AddTo(logPosterior, _logTable, _row.AsSpan(start..end));
    }

    private void Count(int item, ReadOnlySpan<double> posterior, Span<double> counts)
    {
        var (start, end) = (_data.Start[item], _data.Start[item + 1]);
        if (_data.Weight is not null) RowSums.Spread(posterior, counts, _row.AsSpan(start..end), _data.Weight.AsSpan(start..end));
        else if (_classes == 2) RowSums.SpreadPair(posterior, counts, _row.AsSpan(start..end));
        else RowSums.Spread(posterior, counts, _row.AsSpan(start..end));
        var classes = counts[^posterior.Length..];
        for (var @class = 0; @class < classes.Length; @class++) classes[@class] += posterior[@class];
    }
}
