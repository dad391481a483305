using System.Diagnostics;
using System.Text.Json;
using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that compares label sets and raters.</summary>
internal sealed class AgreementSteps(RunState run)
{
    public void Make()
    {
        var agreement = run.Protocol.Agreement;
        var maker = new FigureMaker(agreement.Confidence, agreement.Resamples, run.Protocol.Seed);
        foreach (var definition in agreement.Comparisons) Make(definition, maker);
        foreach (var ratings in agreement.Drift) Watch(ratings);
    }

    private void Watch(string ratings)
    {
        if (run.Data.WhyNot(ratings) is { } reason)
        {
            run.Drift.Add(new DriftResult { Ratings = ratings, Title = run.Titles[ratings], Policy = run.Protocol.Agreement.Policy.Name, Window = run.Protocol.Agreement.DriftWindow, Unavailable = reason });
            return;
        }

        var watch = Stopwatch.StartNew();
        var options = new DriftOptions { Window = run.Protocol.Agreement.DriftWindow, Policy = run.Protocol.Agreement.Policy };
        var name = $"agreement/drift.{ratings}";
        var key = run.After(new StepKey(name).Add("options", $"{options.Window:D} {options.Policy.Name}").Add("title", run.Titles[ratings]), ratings);
        var made = run.Folder.Step(
            name, key, $"{name}.json", RunJson.Default.DriftResult, () => DriftStage.Compute(run.Data.Ratings(ratings), run.Titles[ratings], options, run.Session), _ => []);
        run.Drift.Add(made.Value);
        run.Observer.Finished("agreement", $"Drift: {run.Titles[ratings]}", made.Value.Findings.Count, watch.Elapsed, made.Reused);
    }

    private void Make(ComparisonDefinition definition, FigureMaker maker)
    {
        var watch = Stopwatch.StartNew();
        var agreement = run.Protocol.Agreement;
        var name = $"agreement/{definition.Name}";
        var options = agreement with { Comparisons = [], Drift = [] };
        var key = run.Key(name, definition, RunJson.Default.ComparisonDefinition)
            .Add("options", JsonSerializer.Serialize(options, RunJson.Default.AgreementDefinition))
            .Add("seed", $"{run.Protocol.Seed:D}");
        run.After(key, definition.Ratings is { } ratings ? [ratings] : definition.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct(StringComparer.Ordinal));
        var made = run.Folder.Step(
            name,
            key,
            $"{name}.json",
            RunJson.Default.ComparisonResult,
            () => ComparisonStage.Compute(definition, run.Protocol, run.Titles, run.Data, maker),
            _ => []);
        run.Records.Add(name, made.Record);
        run.Comparisons.Add(made.Value);
        run.Observer.Finished("agreement", definition.Title, made.Value.Figures.Count, watch.Elapsed, made.Reused);
    }
}
