using System.Globalization;
using Neatx.Core.Splits;
using Neatx.Core.Training;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Storage;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>Where the scores of models are: in the run folders of sweeps, and in tables.</summary>
internal sealed class ModelScores(RunState run)
{
    /// <summary>The models of a table, in its order; those of a sweep in the sweep's order.</summary>
    public IReadOnlyList<ScoredModel> Of(EvaluationTable table) =>
    [
        .. table.Models.SelectMany(name => run.Sweeps.FirstOrDefault(sweep => sweep.Name == name) is { } sweep
            ? sweep.Models.Where(model => table.Only.Count == 0 || table.Only.Contains(ModelWords.Model(model))).Select(model => OfSweep(table, sweep, model))
            : [OfTables(run.Protocol.Evaluation.Scores.First(scores => scores.Name == name))]),
    ];

    private ScoredModel OfSweep(EvaluationTable table, SweepResult sweep, string model)
    {
        var runs = sweep.Runs.Where(each => each.Model == model).ToList();
        var definition = run.Protocol.Training.First(each => each.Name == sweep.Name);
        var isAlone = table.Models.Count == 1;
        var title = ModelWords.Title(ModelWords.Model(model));
        var scored = new ScoredModel
        {
            Name = $"{sweep.Name}.{model}",
            Title = isAlone ? title : sweep.Models.Count == 1 ? sweep.Title : $"{sweep.Title}, {title}",
            Start = runs.Count > 0 ? runs[0].Start : definition.Weights.ContainsKey(ModelWords.Model(model)) ? Path.GetFileName(definition.Weights[ModelWords.Model(model)]) : StartWeights.Random.Source,
            Synthetic = sweep.Synthetic,
            Findings = sweep.Findings,
        };
        if (WhyNot(sweep, runs) is { } reason) return scored with { Unavailable = reason };
        var parts = table.Parts.Count > 0
            ? $"part IN ({string.Join(", ", table.Parts.Select(Sql.Text))})"
            : $"part NOT IN ({Sql.Text(SplitPart.Train)}, {Sql.Text(SplitPart.Validation)})";
        return scored with { Runs = [.. runs.GroupBy(each => each.Seed).Select(seed => Run((long)seed.Key, [.. seed], definition, parts))] };
    }

    private static string? WhyNot(SweepResult sweep, List<SweepRun> runs)
    {
        if (sweep.Unavailable is { } reason) return reason;
        var open = runs.Where(each => each.ScoresSha256 is null).ToList();
        if (open.Count == 0) return null;
        var first = open[0];
        var why = first.Status == RunStatus.Failed ? $"failed: {first.Reason}" : $"is {first.Status.ToString().ToLowerInvariant()}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{open.Count} of {runs.Count} runs {(open.Count == 1 ? "has" : "have")} no scores, and the others alone would be a choice ({first.Name} {why})");
    }

    /// <summary>With folds each image is scored by the run of the fold that tests it.</summary>
    private ScoredRun Run(long seed, List<SweepRun> folds, SweepDefinition definition, string parts)
    {
        return new ScoredRun(seed, finding => All(finding, parts), finding => Validation(finding));

        string All(string finding, string where) => string.Join(
            " UNION ALL ",
            folds.Select(fold => $"SELECT image, patient, score FROM {run.Session.Parquet($"{fold.Folder}/{RunFiles.Scores}")} WHERE finding = {Sql.Text(finding)} AND {where}"));

        string? Validation(string finding)
        {
            if (definition.Heads.FirstOrDefault(head => head.Findings.Contains(finding, StringComparer.Ordinal)) is not { } head) return null;
            var where = $"part = {Sql.Text(SplitPart.Validation)}";
            if (run.Session.Count($"SELECT count(*) FROM ({All(finding, where)})") == 0) return null;
            return $"SELECT l.{Sql.Name(finding)}, s.score FROM ({All(finding, where)}) s JOIN ({run.Data.LabelSet(head.Labels).Query(run.Session)}) l ON l.image = s.image ORDER BY s.score, l.row";
        }
    }

    private ScoredModel OfTables(ScoresDefinition scores)
    {
        var tables = scores.Tables.Select(name => run.Tables.First(table => table.Name == name)).ToList();
        return new ScoredModel
        {
            Name = scores.Name,
            Title = scores.Title,
            Start = scores.Start,
            Findings = [.. scores.Findings.Keys],
            Unavailable = tables.FirstOrDefault(table => table.Unavailable is not null)?.Unavailable,
            Runs = [.. tables.Where(table => table.Data is not null).Select((table, index) => new ScoredRun(index + 1, finding => OfTable(table.Data!, scores.Findings[finding]), _ => null))],
        };
    }

    private string OfTable(string data, string column)
    {
        var score = $"TRY_CAST({Sql.Name(column)} AS DOUBLE)";
        return $"SELECT image, patient, {score} AS score FROM {run.Session.Parquet(data)} WHERE isfinite({score})";
    }
}
