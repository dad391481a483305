using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Agreement;

/// <summary>Compares the raters of a file, without a protocol.</summary>
public static class RatingsComparison
{
    private static readonly Dictionary<KappaWeights, string> OfPair = new()
    {
        [KappaWeights.None] = AgreementNames.CohenKappa,
        [KappaWeights.Linear] = AgreementNames.CohenKappaLinear,
        [KappaWeights.Quadratic] = AgreementNames.CohenKappaQuadratic,
    };

    private static readonly Dictionary<KappaWeights, string> OfMany = new()
    {
        [KappaWeights.None] = AgreementNames.FleissKappa,
        [KappaWeights.Linear] = AgreementNames.GwetAc2Linear,
        [KappaWeights.Quadratic] = AgreementNames.GwetAc2Quadratic,
    };

    /// <summary>The agreement of two raters, or of many, under the policy of the options.</summary>
    /// <exception cref="NeatxException">There are fewer than two raters, a rater says two things of an item, or the policy does not fit.</exception>
    public static RatingsAgreement Of(RatingsFile file, AnswerScale scale, RatingsAgreementOptions options)
    {
        var raters = file.Raters.Count;
        if (raters < 2) throw new NeatxException($"{file.Name} holds ratings of {(raters == 0 ? "no rater" : $"one rater, '{file.Raters[0]}'")}; agreement is between two or more.");
        if (file.Texts.Count == 0) throw new NeatxException($"{file.Name} holds no rating: every cell of {string.Join(", ", file.Raters)} is blank.");
        if ((long)raters * file.Items.Count > Array.MaxLength)
            throw new NeatxException($"{file.Name} has {file.Items.Count} items and {raters} raters, more than can be compared at once ({Array.MaxLength} pairs of both). Compare fewer raters.");
        RepeatedRatings.RefuseDifferent(file, scale);
        var kept = KeptAnswers.Of(scale, file.Texts.Count, options.Policy);
        var statistics = options.Statistics with { Policy = kept.Policy };
        return raters == 2 ? Pair(file, kept, statistics, OfPair[options.Weights]) : Many(file, kept, statistics, OfMany[options.Weights]);
    }

    /// <summary>Every policy that makes a difference: those for states that occur in the file.</summary>
    public static IReadOnlyList<AgreementPolicy> Policies(RatingsFile file, AnswerScale scale)
    {
        StateTreatment[] dropOnly = [StateTreatment.Drop];
        StateTreatment[] dropOrClass = [StateTreatment.Drop, StateTreatment.AsClass];
        StateTreatment[] any = [StateTreatment.Drop, StateTreatment.AsClass, StateTreatment.AsNegative, StateTreatment.AsPositive];
        var texts = Enumerable.Range(0, file.Texts.Count).ToList();
        var isUncertain = scale.IsCertainty && texts.Any(text => scale.SideOf(text) == LabelState.Uncertain);
        var isInvalid = texts.Any(text => scale.CategoryOf(text) is null);
        var isMissing = Enumerable.Range(0, file.Items.Count).Any(item => file.RatingsOf(item).Length < file.Raters.Count);
        return
        [
            .. from uncertain in isUncertain ? any : dropOnly
               from invalid in !isInvalid ? dropOnly : scale.IsCertainty ? any : dropOrClass
               from missing in isMissing ? dropOrClass : dropOnly
               select new AgreementPolicy { Uncertain = uncertain, Invalid = invalid, Missing = missing },
        ];
    }

    private static RatingsAgreement Pair(RatingsFile file, KeptAnswers kept, AgreementOptions options, string headline)
    {
        var size = kept.Categories.Count;
        var counts = new long[size * size];
        var tally = new ClusterTally(counts.Length);
        foreach (var (item, answers) in Rows(file, kept))
        {
            if (answers[0] is not { } a || answers[1] is not { } b) continue;
            var cell = (a * size) + b;
            counts[cell]++;
            if (file.ClusterOfItem is { } clusters) tally.Add(clusters[item], cell);
        }

        var classes = file.ClusterOfItem is null ? null : tally.ToClasses();
        var agreement = PairAgreement.Of(new Crosstab(kept.Categories, counts), options, classes);
        return Result(file, kept, headline, agreement.N, agreement.Statistics) with { Crosstab = agreement.Crosstab, Clusters = classes?.Clusters };
    }

    private static RatingsAgreement Many(RatingsFile file, KeptAnswers kept, AgreementOptions options, string headline)
    {
        var builder = new RatingMatrixBuilder(kept.Categories, file.Raters, file.Items.Count);
        foreach (var (_, answers) in Rows(file, kept)) builder.AddItem(answers);
        var agreement = MultiRaterAgreement.Of(builder.ToMatrix(), options, file.ClusterOfItem is { } clusters ? [.. clusters] : []);
        return Result(file, kept, headline, agreement.N, agreement.Statistics) with
        {
            Pairs = agreement.Pairs,
            Clusters = file.ClusterOfItem?.Distinct().LongCount(),
        };
    }

    private static RatingsAgreement Result(RatingsFile file, KeptAnswers kept, string headline, long n, StatisticTable statistics)
    {
        var given = new long[file.Raters.Count];
        var last = Enumerable.Repeat(-1, given.Length).ToArray();
        for (var item = 0; item < file.Items.Count; item++)
        {
            foreach (var rating in file.RatingsOf(item))
            {
                if (last[rating.Rater] != item) given[rating.Rater]++;
                last[rating.Rater] = item;
            }
        }

        return new RatingsAgreement
        {
            Raters = [.. file.Raters.Zip(given, KeyValuePair.Create)],
            Items = file.Items.Count,
            Categories = kept.Categories,
            Policy = kept.Policy,
            N = n,
            Headline = headline,
            Statistics = statistics,
        };
    }

    /// <summary>The category of each rater for one item after another, null where dropped or missing; the array is used again.</summary>
    private static IEnumerable<(int Item, int?[] Answers)> Rows(RatingsFile file, KeptAnswers kept)
    {
        var answers = new int?[file.Raters.Count];
        for (var item = 0; item < file.Items.Count; item++)
        {
            answers.AsSpan().Fill(kept.OfBlank);
            foreach (var rating in file.RatingsOf(item)) answers[rating.Rater] = kept[rating.Text];
            yield return (item, answers);
        }
    }
}
