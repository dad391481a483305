using System.Diagnostics;
using System.Text.Json;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that evaluates scores against label sets.</summary>
internal sealed class EvaluationSteps(RunState run)
{
    public void Make()
    {
        foreach (var table in run.Protocol.Evaluation.Tables) Make(table);
    }

    private void Make(EvaluationTable table)
    {
        var watch = Stopwatch.StartNew();
        var models = new ModelScores(run).Of(table);
        List<(EvaluatedLabels Named, ComparedSide? Side)> labels =
            [.. table.Labels.Select(name => (new EvaluatedLabels(name, run.Titles[name], run.Data.WhyNot(name)), run.Data.WhyNot(name) is null ? run.Data.LabelSet(name) : null))];
        var name = $"evaluation/{table.Name}";
        var options = run.Protocol.Evaluation with { Tables = [] };
        var key = run.Key(name, table, RunJson.Default.EvaluationTable)
            .Add("options", JsonSerializer.Serialize(options, RunJson.Default.EvaluationDefinition))
            .Add("seed", $"{run.Protocol.Seed:D}")
            .Add("titles", string.Join('\n', labels.Select(each => each.Named.Title)))
            .Add("models", string.Join('\n', models.Select(model => $"{model.Name} {model.Title} {model.Start} {model.Unavailable}")));
        foreach (var sweep in run.Sweeps.Where(sweep => table.Models.Contains(sweep.Name, StringComparer.Ordinal)))
            foreach (var each in sweep.Runs) key.Add($"{sweep.Name}.{each.Name}", each.ScoresSha256);
        run.After(key, [.. table.Labels, .. Learnt(table), .. Scores(table)]);
        var made = run.Folder.Step(
            name,
            key,
            $"{name}.json",
            RunJson.Default.EvaluationResult,
            () => new EvaluationStage(run.Session, run.Protocol.Evaluation, run.Protocol.Seed).Make(table, models, labels),
            _ => []);
        run.Evaluations.Add(made.Value);
        run.Records.Add(name, made.Record);
        var any = made.Value.Cells.Count > 0;
        run.Observer.Finished("evaluation", any ? table.Title : $"{table.Title}: not to be had", any ? made.Value.Cells.Count : null, watch.Elapsed, made.Reused);
        foreach (var cell in made.Value.Cells.Where(cell => cell.Warning is not null))
            run.Observer.Warn($"{made.Value.Models.First(model => model.Name == cell.Model).Title}, {cell.Finding} by {run.Titles[cell.Labels]}: {cell.Warning}");
    }

    /// <summary>The label sets by which thresholds are chosen.</summary>
    private IEnumerable<string> Learnt(EvaluationTable table) =>
        run.Protocol.Training.Where(sweep => table.Models.Contains(sweep.Name, StringComparer.Ordinal)).SelectMany(sweep => sweep.Heads).Select(head => head.Labels);

    private IEnumerable<string> Scores(EvaluationTable table) =>
        run.Protocol.Evaluation.Scores.Where(scores => table.Models.Contains(scores.Name, StringComparer.Ordinal)).SelectMany(scores => scores.Tables);
}
