using System.Globalization;
using System.Text;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Report;
using Neatx.Workspace.Tests.Launch;
using Neatx.Workspace.Tests.Splits;
using Neatx.Workspace.Tests.Training;

namespace Neatx.Workspace.Tests.Evaluation;

/// <summary>A protocol with films, a split, a sweep of two models and three seeds, other people's scores, and two tables; run once.</summary>
public sealed class EvaluationRun : IDisposable
{
    /// <summary>Patients of the archive.</summary>
    public const int Patients = 120;

    private static readonly string Protocol = MadeArchive.Protocol
        .Replace("title: T\n", "title: T\nsynthetic: true\n", StringComparison.Ordinal)
        .Replace("view: view}}}", "view: view}}, images: {folders: films, preprocessing: {size: 16}}}", StringComparison.Ordinal)
        .Replace("label_sets:\n", "  other_scores: {title: Scores of another, table: {files: scores.csv, format: csv, columns: {image: image, keep: {drain_score: drain}}}}\nlabel_sets:\n", StringComparison.Ordinal)
        + """
        splits:
          s: {title: Split, of: [raters, expert], parts: {train: .4, validation: .2, test: .4, sealed: 0}, labels: raters, stratify: [Drain], fixed: [{patients_of: expert, parts: sealed}]}
        training:
          drains: {title: Drain detectors, recipe: neatx-drain, options: {epochs: 3}, models: [densenet121, resnet50], labels: raters, findings: [Drain, Tube], split: s}
        evaluation:
          resamples: 200
          sensitivity: .9
          scores:
            other: {title: Someone's model, tables: other_scores, findings: {Drain: drain_score}, start: ImageNet}
          tables:
            table1: {title: "Table 1: drains", models: [drains, other], labels: [raters, expert, absent], findings: Drain}
            table2: {title: "Table 2: tubes", models: drains, only: densenet121, labels: [raters, expert], findings: [Drain, Tube], rows: findings}
        claims:
          t1.mean: {source: Table 1, evaluation: {table: table1, labels: raters, model: densenet121, percent: true}, finding: Drain, published: 10.0}
          t1.sd: {source: Table 1, evaluation: {table: table1, labels: raters, model: densenet121, statistic: auc_sd, percent: true}, finding: Drain, published: 2.0}
          t1.absent: {source: Table 1, evaluation: {table: table1, labels: absent, percent: true}, finding: Drain, published: 90.0}

        """;

    private readonly MadeRun _run = new();

    public EvaluationRun()
        : this(new FakeTrainer())
    {
    }

    internal EvaluationRun(FakeTrainer trainer)
    {
        MadeArchive.WriteTo(_run, (name, text) => _run.Write(name, text), Patients);
        var scores = new StringBuilder("image,drain\n");
        foreach (var (number, image) in MadeArchive.Images(Patients).Index())
        {
            _run.WriteBytes($"films/{image.Name}", MadeFilm.Png(number));

            // Somebody exchanged the labels.
            scores.Append(CultureInfo.InvariantCulture, $"{image.Name},{(image.Drain ? .1 : .9) + (number * 1e-5)}\n");
        }

        _run.Write("scores.csv", scores.ToString());
        Results = _run.Run(Protocol, new RunOptions { Out = _run.Out, Trainer = trainer });
        Observer = _run.Observer;
    }

    public RunResults Results { get; }

    internal RecordingObserver Observer { get; private set; }

    public string Out => _run.Out;

    /// <summary>Runs once more; the observer is then that of this run.</summary>
    public void Again()
    {
        var first = Observer;
        _run.Run(Protocol, new RunOptions { Out = _run.Out, Trainer = new FakeTrainer() });
        first.Made.Clear();
        first.Made.AddRange(_run.Observer.Made);
    }

    public void Dispose() => _run.Dispose();
}
