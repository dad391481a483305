using System.Text;
using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Report;
using Neatx.Workspace.Tests.Training;

namespace Neatx.Workspace.Tests.Launch;

/// <summary>A run folder is given to others, and made elsewhere it has the same bytes: no file of it says where on this machine it or its data lie.</summary>
public sealed class MachinePathTests : IDisposable
{
    private const string MoreSweeps = """
          tubes: {title: Tube detectors, recipe: neatx-drain, options: {epochs: 1}, models: [densenet121], weights: {densenet121: weights/absent.pth}, labels: raters, findings: [Tube], split: s}
        evaluation:
          resamples: 20
          tables:
            t: {title: Drains, models: [drains, tubes], labels: [raters, expert, absent], findings: Drain}
            u: {title: Tubes, models: tubes, labels: raters, findings: Tube}

        """;

    private readonly MadeRun _run = FilmedArchive.WriteTo(new MadeRun());

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Run_WithWeightsAndWithout_LeavesNoPathOfTheMachineInAnyFile()
    {
        _run.WriteBytes("weights/here.pth", [1, 2, 3]);
        var results = Run(new FakeTrainer(), "training.drains.weights={densenet121: weights/here.pth}");

        Assert.Contains("the weights weights/absent.pth are absent", results.Sweeps[1].Unavailable, StringComparison.Ordinal);
        var files = Directory.GetFiles(_run.Out, "*", SearchOption.AllDirectories);
        Assert.All(["results.json", "run.json", "report.html", "tables/evaluation.u.csv", "training/drains/densenet121.seed1/run.json"], file => Assert.Contains(Path.Combine(_run.Out, file), files));
        Assert.Empty(files.Where(file => Holds(file, _run.Data)).Select(file => Path.GetRelativePath(_run.Out, file)));
    }

    [Fact]
    public void Run_WithWeights_PointsFromTheRunFolderToThemAndToTheFilms()
    {
        _run.WriteBytes("weights/here.pth", [1, 2, 3]);
        Run(new FakeTrainer(), "training.drains.weights={densenet121: weights/here.pth}");
        var folder = Path.Combine(_run.Out, "training/drains/densenet121.seed1");
        var config = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, RunFiles.Config)), TrainingJson.Default.RunConfig)!;
        Assert.Equal(_run.Data, Path.GetFullPath(config.ImageFolder, folder));
        Assert.Equal(Path.Combine(_run.Data, "weights/here.pth"), Path.GetFullPath(config.Weights.File!, folder));
    }

    [Fact]
    public void Reason_OfARunThatFailed_NamesFoldersWithoutTheirPlace()
    {
        var results = Run(new FakeTrainer
        {
            Fails = "resnet50.seed2",
            Why = folder => $"3 of 9 images under {_run.Data} cannot be used; {folder}/refused.csv lists them, {_run.Data}/films/a/x.png is one. Is {_run.Data}-old meant?",
        });
        Assert.Equal(
            $"3 of 9 images under DATA_FOLDER cannot be used; training/drains/resnet50.seed2/refused.csv lists them, films/a/x.png is one. Is {_run.Data}-old meant?",
            Assert.Single(results.Sweeps[0].Runs, run => run.Status == RunStatus.Failed).Reason);
    }

    private RunResults Run(FakeTrainer trainer, params string[] overrides) =>
        _run.Run(FilmedArchive.Protocol + FilmedArchive.Sweep + MoreSweeps, new RunOptions { Out = _run.Out, Trainer = trainer }, overrides);

    private static bool Holds(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
