using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Claims;

/// <summary>Computes claims from the results of a run.</summary>
public sealed class RunClaimSource(
    AgreementData data,
    IReadOnlyDictionary<string, TableSummary> tables,
    IReadOnlyDictionary<string, LabelSetSummary> labelSets,
    IReadOnlyDictionary<string, CohortFlow> cohorts,
    IReadOnlyList<EvaluationResult> evaluations,
    Func<string, string, IReadOnlyList<StateCounts>> raterStates,
    AgreementPolicy policy) : IClaimSource
{
    public ClaimValue Compute(ClaimDefinition claim) => claim.Quantity switch
    {
        ClaimQuantity.Agreement quantity => OfAgreement(quantity, claim.Finding),
        ClaimQuantity.SharedImages shared => FirstReason(shared.A, shared.B) is { } reason
            ? ClaimValue.None(reason)
            : ClaimValue.Of(data.Tally(shared.A, shared.B).Images) with { N = data.Tally(shared.A, shared.B).Images },
        ClaimQuantity.CohortCount count => OfCohort(count),
        ClaimQuantity.TableCount count => OfTable(count),
        ClaimQuantity.StateCount count => OfStates(count, claim.Finding!),
        ClaimQuantity.Evaluation figure => OfEvaluation(figure, claim.Finding!),
        ClaimQuantity.NotComputable known => ClaimValue.None(known.Reason),
        _ => throw new InvalidOperationException($"Unknown kind of claim {claim.Quantity.GetType().Name}."),
    };

    public ClaimValue Agreement(ClaimQuantity.Agreement quantity, string finding, AgreementPolicy policy)
    {
        if (WhyNot(quantity) is { } reason) return ClaimValue.None(reason);
        var tally = TallyOf(quantity);
        if (!tally.Has(finding)) return ClaimValue.None(NotJudged(quantity, finding)) with { IsNotJudged = true };
        return Value(quantity.Statistic, tally.Crosstab(policy, finding)) with { Policy = policy.Name };
    }

    public ClaimValue BlankClass(ClaimQuantity.Agreement quantity) =>
        quantity.Ratings is not null || WhyNot(quantity) is not null
            ? ClaimValue.None("Blank is a class of label sets that are to be had.")
            : Value(quantity.Statistic, TallyOf(quantity).Crosstab(policy, PairReader.Blank));

    public IEnumerable<Defect> LeftOut(ClaimDefinition claim)
    {
        string[] names = claim.Quantity switch
        {
            ClaimQuantity.SharedImages shared => [shared.A, shared.B],
            ClaimQuantity.TableCount count => [count.Table],
            _ => [],
        };
        return names.Where(tables.ContainsKey).SelectMany(name => tables[name].Defects).Where(defect => defect.LeavesImagesOut);
    }

    private ClaimValue OfAgreement(ClaimQuantity.Agreement quantity, string? finding)
    {
        var reason = WhyNot(quantity);
        if (reason is null && finding is not null) return Agreement(quantity, finding, quantity.Policy ?? policy);
        if (quantity.Crosstab is { } published) return OfCrosstab(quantity.Statistic, published);
        return ClaimValue.None(reason ?? "The claim names no finding.");
    }

    private static ClaimValue OfCrosstab(string statistic, IReadOnlyList<IReadOnlyList<long>> published) =>
        Value(statistic, PublishedCrosstab.Of(published)) with { From = "published crosstab" };

    private static ClaimValue Value(string statistic, Crosstab table)
    {
        var value = PairAgreement.Of(statistic, table, new AgreementOptions());
        return (value.Value is { } figure ? ClaimValue.Of(figure) : ClaimValue.None($"Undefined: {value.Undefined}.")) with { N = table.Total };
    }

    private PairTally TallyOf(ClaimQuantity.Agreement quantity) => quantity.Ratings is { } ratings
        ? data.Tally(data.Ratings(ratings), quantity.A, quantity.B, RatingCodes.States)
        : data.Tally(quantity.A, quantity.B);

    private string NotJudged(ClaimQuantity.Agreement quantity, string finding)
    {
        if (quantity.Ratings is not null) return $"The raters did not judge {finding}.";
        var without = new[] { quantity.A, quantity.B }.Where(name => !data.LabelSet(name).Findings.Contains(finding, StringComparer.Ordinal)).Select(name => data.LabelSet(name).Title);
        return $"{string.Join(" and ", without)} {(without.Count() == 1 ? "does" : "do")} not judge {finding}.";
    }

    private ClaimValue OfCohort(ClaimQuantity.CohortCount count)
    {
        var step = cohorts[count.Cohort].Steps.First(each => each.Name == count.Step);
        var value = count.Patients ? step.Patients : step.Images;
        return value is { } known ? ClaimValue.Of(known) with { N = known } : ClaimValue.None(step.Undefined ?? "The patients of these images are not known here.");
    }

    private ClaimValue OfTable(ClaimQuantity.TableCount count)
    {
        if (data.WhyNot(count.Table) is { } reason) return ClaimValue.None(reason);
        var (images, patients) = labelSets.TryGetValue(count.Table, out var set) ? (set.Images, set.Patients) : (tables[count.Table].Images, tables[count.Table].Patients);
        var value = count.Patients ? patients : images;
        return value is { } known ? ClaimValue.Of(known) with { N = known } : ClaimValue.None("The patients of these images are not known here.");
    }

    private ClaimValue OfStates(ClaimQuantity.StateCount count, string finding)
    {
        if (data.WhyNot(count.Table) is { } reason) return ClaimValue.None(reason);
        var all = count.Rater is { } rater ? raterStates(count.Table, rater) : labelSets[count.Table].Findings;
        if (all.FirstOrDefault(each => each.Finding == finding) is not { } states) return ClaimValue.None($"{finding} is not judged there.");
        var value = count.State switch
        {
            LabelState.Positive => states.Positive,
            LabelState.Negative => states.Negative,
            LabelState.Uncertain => states.Uncertain,
            LabelState.Invalid => states.Invalid,
            _ => states.Missing,
        };
        return ClaimValue.Of(value) with { N = states.Total };
    }

    private ClaimValue OfEvaluation(ClaimQuantity.Evaluation figure, string finding)
    {
        var table = evaluations.First(each => each.Name == figure.Table);
        if (table.Models.FirstOrDefault(each => IsMeant(each.Name, figure)) is not { } model) return ClaimValue.None($"The table '{table.Title}' has no such model");
        if (model.Unavailable is { } noModel) return ClaimValue.None(noModel);
        if (data.WhyNot(figure.Labels) is { } noLabels) return ClaimValue.None(noLabels);
        if (table.Cell(model.Name, figure.Labels, finding) is not { } cell) return ClaimValue.None($"{finding} is not evaluated against these labels");
        var statistic = cell[figure.Statistic];
        return (statistic.Value is { } value ? ClaimValue.Of(figure.Percent ? 100 * value : value) : ClaimValue.None($"Undefined: {statistic.Undefined}"))
            with
        { N = cell.N, Policy = table.Policy };
    }

    /// <summary>Models are called "sweep.model", scores by their name.</summary>
    private static bool IsMeant(string name, ClaimQuantity.Evaluation figure)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (of, model) = dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
        return (figure.Of is null || figure.Of == of) && (figure.Model is null || figure.Model == model);
    }

    private string? WhyNot(ClaimQuantity.Agreement quantity) => quantity switch
    {
        { A: ClaimQuantity.Agreement.CrosstabRows } => "Only a crosstab was published.",
        { Ratings: { } ratings } => data.WhyNot(ratings),
        _ => FirstReason(quantity.A, quantity.B),
    };

    private string? FirstReason(params IEnumerable<string> names) => names.Select(data.WhyNot).OfType<string>().FirstOrDefault();
}
