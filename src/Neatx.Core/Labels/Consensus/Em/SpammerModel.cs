namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// MACE (Hovy et al. 2013): a rater either knows and gives the class, or does not and answers by habit, whatever the class.
/// P(answer | class) = competence [answer = class] + (1 - competence) habit(answer).
/// </summary>
/// <param name="competencePrior">A pseudo-count added to knowing and to not knowing, at least 0.</param>
/// <param name="habitPrior">A pseudo-count added to each answer of the habit, at least 0.</param>
internal sealed class SpammerModel(int raters, int classes, double competencePrior, double habitPrior) : IRaterModel
{
    /// <summary>Whether an answer was knowledge or habit is itself latent: this many EM steps of its own on fixed counts.</summary>
    private const int InnerSteps = 10;

    private readonly double[] _competence = [.. Enumerable.Repeat(.5, raters)];

    /// <summary>1 - competence, kept apart so that a very small one is exact.</summary>
    private readonly double[] _guessing = [.. Enumerable.Repeat(.5, raters)];

    private readonly double[] _habit = [.. Enumerable.Repeat(1.0 / classes, raters * classes)];
    private readonly double[] _answersByHabit = new double[classes];

    public ReadOnlySpan<double> Competence => _competence;

    /// <summary>Raters x categories.</summary>
    public ReadOnlySpan<double> Habit => _habit;

    public double LogPrior { get; private set; }

    /// <summary>Sets the parameters, for a start elsewhere than at competence one half and even habits.</summary>
    public void Set(ReadOnlySpan<double> competence, ReadOnlySpan<double> habit, Span<double> logProbabilities)
    {
        competence.CopyTo(_competence);
        habit.CopyTo(_habit);
        for (var rater = 0; rater < raters; rater++)
        {
            _guessing[rater] = 1 - competence[rater];
            Write(rater, logProbabilities);
        }
    }

    public void Maximize(ReadOnlySpan<double> counts, Span<double> logProbabilities)
    {
        LogPrior = 0;
        for (var rater = 0; rater < raters; rater++)
        {
            var table = counts.Slice(rater * classes * classes, classes * classes);
            for (var step = 0; step < InnerSteps; step++) Step(rater, table);
            Write(rater, logProbabilities);
            LogPrior += LogDensity(rater);
        }
    }

    private void Step(int rater, ReadOnlySpan<double> table)
    {
        var habit = _habit.AsSpan(rater * classes, classes);
        var (known, byHabit) = (0.0, 0.0);
        for (var category = 0; category < classes; category++)
        {
            var wrong = 0.0;
            for (var @class = 0; @class < classes; @class++)
                if (@class != category) wrong += table[(category * classes) + @class];
            var right = table[(category * classes) + category];
            var byLuck = _guessing[rater] * habit[category];
            var either = _competence[rater] + byLuck;
            var lucky = either > 0 ? right * byLuck / either : 0;
            known += either > 0 ? right * _competence[rater] / either : 0;
            byHabit += wrong + lucky;
            _answersByHabit[category] = wrong + lucky + habitPrior;
        }

        var weight = known + byHabit + (2 * competencePrior);
        if (weight > 0) (_competence[rater], _guessing[rater]) = ((known + competencePrior) / weight, (byHabit + competencePrior) / weight);
        var answers = byHabit + (classes * habitPrior);
        if (answers > 0)
            for (var category = 0; category < classes; category++) habit[category] = _answersByHabit[category] / answers;
    }

    private void Write(int rater, Span<double> logProbabilities)
    {
        var competence = _competence[rater];
        for (var category = 0; category < classes; category++)
        {
            var byHabit = _guessing[rater] * _habit[(rater * classes) + category];
            for (var @class = 0; @class < classes; @class++)
            {
                var probability = category == @class ? competence + byHabit : byHabit;
                logProbabilities[(((rater * classes) + category) * classes) + @class] = Math.Log(probability);
            }
        }
    }

    private double LogDensity(int rater)
    {
        var density = 0.0;
        if (competencePrior > 0) density += competencePrior * (Math.Log(_competence[rater]) + Math.Log(_guessing[rater]));
        if (habitPrior > 0)
            foreach (var share in _habit.AsSpan(rater * classes, classes)) density += habitPrior * Math.Log(share);
        return density;
    }
}
