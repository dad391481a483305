using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Evaluation;

/// <summary>Evaluates the models of a table against its label sets, finding by finding, on the images that all of them scored.</summary>
/// <param name="session">Reads scores and labels.</param>
/// <param name="definition">Policy, intervals, bins, operating points.</param>
/// <param name="seed">Of resampling.</param>
internal sealed class EvaluationStage(TableSession session, EvaluationDefinition definition, ulong seed)
{
    private readonly EvaluationOptions _options = new()
    {
        Level = definition.Confidence,
        Bins = definition.Bins,
        Sensitivity = definition.Sensitivity,
        Specificity = definition.Specificity,
    };

    private readonly BootstrapOptions? _bootstrap = definition.Resamples == 0
        ? null
        : new BootstrapOptions { Resamples = definition.Resamples, Level = definition.Confidence, Seed = seed };

    /// <param name="table">What the protocol says.</param>
    /// <param name="models">Its models, those that are not to be had too.</param>
    /// <param name="labels">Its label sets: the reason where one is not to be had, else what it is.</param>
    public EvaluationResult Make(EvaluationTable table, IReadOnlyList<ScoredModel> models, IReadOnlyList<(EvaluatedLabels Named, ComparedSide? Side)> labels)
    {
        var (cells, paired, classWise) = (new List<EvaluationCell>(), new List<PairedModels>(), new List<ClassWiseError>());
        foreach (var (named, side) in labels)
        {
            if (side is null) continue;
            var curves = models.ToDictionary(model => model.Name, _ => new List<(string Finding, IReadOnlyList<CalibrationCurve> Runs)>(), StringComparer.Ordinal);
            foreach (var finding in table.Findings)
            {
                session.Token.ThrowIfCancellationRequested();
                if (!side.Findings.Contains(finding, StringComparer.Ordinal)) continue;
                List<ScoredModel> scored = [.. models.Where(model => model.Unavailable is null && model.Findings.Contains(finding, StringComparer.Ordinal))];
                if (scored.Count == 0) continue;
                cells.AddRange(Compare(scored, named.Name, side, finding, paired, curves));
            }

            classWise.AddRange(models.Where(model => curves[model.Name].Count > 1)
                .Select(model => ClassWise(model, named.Name, curves[model.Name], cells.Where(cell => cell.Model == model.Name && cell.Labels == named.Name).Sum(cell => cell.N))));
        }

        return new EvaluationResult
        {
            Name = table.Name,
            Title = table.Title,
            Policy = definition.Policy.Name,
            Rows = table.RowsAreFindings ? "findings" : "models",
            Parts = table.Parts.Count > 0 ? string.Join(", ", table.Parts) : "all but train and validation",
            Models = [.. models.Select(model => new EvaluatedModel(model.Name, model.Title, model.Start, model.Synthetic, model.Runs.Count, model.Unavailable))],
            LabelSets = [.. labels.Select(each => each.Named)],
            Findings = table.Findings,
            Cells = [.. cells.OrderBy(cell => IndexOf(models, cell.Model))],
            Untried =
            [
                .. from model in models
                   from each in labels
                   from finding in table.Findings
                   let why = WhyNot(model, each.Named, each.Side, finding)
                   where why is not null
                   select new UntriedCell(model.Name, each.Named.Name, finding, why),
            ],
            Paired = paired,
            ClassWise = classWise,
        };
    }

    private static string? WhyNot(ScoredModel model, EvaluatedLabels labels, ComparedSide? side, string finding)
    {
        if (model.Unavailable is { } noModel) return $"{model.Title} is not to be had: {noModel}";
        if (side is null) return $"{labels.Title} is not to be had: {labels.Unavailable}";
        if (!side.Findings.Contains(finding, StringComparer.Ordinal)) return $"this finding is not judged by {labels.Title}";
        return model.Findings.Contains(finding, StringComparer.Ordinal) ? null : $"this finding is not scored by {model.Title}";
    }

    private IEnumerable<EvaluationCell> Compare(
        List<ScoredModel> models, string labels, ComparedSide side, string finding, List<PairedModels> paired, Dictionary<string, List<(string, IReadOnlyList<CalibrationCurve>)>> curves)
    {
        var images = TestImages.Read(session, side, finding, [.. models.SelectMany(model => model.Runs).Select(run => run.Tested(finding))]);
        var reference = ReferenceStandard.Of(images.States, definition.Policy, images.ArePatientsKnown ? images.Patients : default(ReadOnlySpan<int>));
        var scores = images.Scores.AsEnumerable().GetEnumerator();
        var runs = models.Select(model => (model.Name, Runs: (IReadOnlyList<ScoredLabels>)[.. model.Runs.Select(run => Next(run))])).ToList();
        var means = MeanAuc.Of(runs, definition.Confidence, _bootstrap);
        paired.AddRange(means.Differences.Select(pair => new PairedModels(pair.First, pair.Second, labels, finding, pair.Difference, pair.Z)));
        foreach (var (index, model) in models.Index())
        {
            List<ThresholdCounts> counts = [.. runs[index].Runs.Select(ThresholdCounts.Of)];
            List<CalibrationCurve> calibration = [.. runs[index].Runs.Select(run => CalibrationCurve.Of(run, definition.Bins, definition.Confidence))];
            curves[model.Name].Add((finding, calibration));
            List<EvaluatedRun> evaluated = [.. model.Runs.Select((run, each) => Evaluate(run, finding, runs[index].Runs[each], counts[each], calibration[each]))];
            yield return new EvaluationCell
            {
                Model = model.Name,
                Labels = labels,
                Finding = finding,
                N = reference.Count,
                Positives = reference.Positives,
                Negatives = reference.Negatives,
                Patients = reference.Patients,
                Dropped = reference.Given - reference.Count,
                Statistics = Spread(evaluated, means.Means[index]),
                Runs = evaluated,
                Roc = MeanCurves.Roc(counts),
                PrecisionRecall = MeanCurves.PrecisionRecall(counts),
                Calibration = MeanCurves.Calibration(calibration),
                Warning = ChanceWarning.Of(means.Means[index], reference, definition.Confidence),
            };
        }

        ScoredLabels Next(ScoredRun run)
        {
            scores.MoveNext();
            return reference.Score($"seed {run.Seed:D}", scores.Current);
        }
    }

    private EvaluatedRun Evaluate(ScoredRun run, string finding, ScoredLabels scored, ThresholdCounts counts, CalibrationCurve calibration) => new()
    {
        Seed = run.Seed,
        Statistics =
        [
            new(EvaluationNames.Auc, Plain(Auc.Of(counts, definition.Confidence))),
            new(EvaluationNames.AveragePrecision, AveragePrecision.Of(counts)),
            new(EvaluationNames.Brier, BrierScore.Of(scored)),
            new(EvaluationNames.CalibrationError, calibration.ExpectedCalibrationError),
        ],
        OperatingPoints = Thresholds.Choose(session, run.Validation(finding), _options).On(counts, _options),
    };

    /// <summary>Intervals are told of the mean alone: one of a single run beside it would be taken for another.</summary>
    private static Statistic Plain(Statistic statistic) => statistic.Value is { } value ? Statistic.Of(value) : statistic;

    private static IReadOnlyList<KeyValuePair<string, Statistic>> Spread(List<EvaluatedRun> runs, Statistic auc) =>
    [
        .. runs[0].Statistics.SelectMany((statistic, index) =>
        {
            var spread = SeedSpread.Of([.. runs.Select(run => (run.Seed, run.Statistics[index].Value))]);
            return new KeyValuePair<string, Statistic>[]
            {
                new(statistic.Key, statistic.Key == EvaluationNames.Auc ? auc : spread.Mean),
                new(StandardDeviation(statistic.Key), spread.StandardDeviation),
            };
        }),
    ];

    /// <summary>The name of the standard deviation over seeds of a statistic.</summary>
    public static string StandardDeviation(string statistic) => $"{statistic}_sd";

    private ClassWiseError ClassWise(ScoredModel model, string labels, List<(string Finding, IReadOnlyList<CalibrationCurve> Runs)> findings, int n)
    {
        var spread = SeedSpread.Of([.. model.Runs.Select((run, index) => (run.Seed, CalibrationCurve.ClassWiseError([.. findings.Select(finding => (finding.Finding, finding.Runs[index]))])))]);
        return new ClassWiseError(model.Name, labels, findings.Count, n, definition.Bins, spread.Mean, spread.StandardDeviation);
    }

    private static int IndexOf(IReadOnlyList<ScoredModel> models, string name) => models.TakeWhile(model => model.Name != name).Count();
}
