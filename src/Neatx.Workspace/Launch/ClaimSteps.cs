using System.Diagnostics;
using System.Text.Json;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that checks published numbers.</summary>
internal sealed class ClaimSteps(RunState run)
{
    public void Make()
    {
        if (run.Protocol.Claims.Count == 0) return;
        var watch = Stopwatch.StartNew();
        var key = run.Key("claims", run.Protocol.Claims, RunJson.Default.IReadOnlyListClaimDefinition)
            .Add("options", JsonSerializer.Serialize(run.Protocol.Agreement.Policy, RunJson.Default.AgreementPolicy))
            .Add("titles", string.Join('\n', run.Titles.Select(each => $"{each.Key}={each.Value}")));
        run.After(key, run.Titles.Keys);
        foreach (var evaluation in run.Evaluations) key.AddStep(run.Records[$"evaluation/{evaluation.Name}"]);
        var made = run.Folder.Step("claims", key, "claims/claims.json", RunJson.Default.IReadOnlyListClaimResult, Check, _ => []);
        run.Claims.AddRange(made.Value);
        run.Observer.Finished("claims", $"{made.Value.Count(claim => claim.Status == ClaimStatus.Reproduced)} reproduced, {made.Value.Count(claim => claim.Status == ClaimStatus.Differs)} differ", made.Value.Count, watch.Elapsed, made.Reused);
    }

    private IReadOnlyList<ClaimResult> Check()
    {
        var policy = run.Protocol.Agreement.Policy;
        var source = new RunClaimSource(
            run.Data,
            run.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal),
            run.LabelSets.ToDictionary(set => set.Name, StringComparer.Ordinal),
            run.Cohorts.ToDictionary(cohort => cohort.Name, StringComparer.Ordinal),
            run.Evaluations,
            (ratings, rater) => CountStates(run.Data.Ratings(ratings).RaterStates(rater)),
            policy);
        return ClaimChecker.Check(run.Protocol.Claims, source, new ClaimWording(run.Titles, policy));
    }

    private IReadOnlyList<StateCounts> CountStates(ComparedSide side) => StateCounting.Count(run.Session, $"({side.Query(run.Session)})", side.Findings);
}
