using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Report;
using Neatx.Workspace.Tests.Launch;
using Neatx.Workspace.Tests.Splits;

namespace Neatx.Workspace.Tests.Training;

/// <summary>Films, splits and sweeps of a protocol, trained by a stand-in.</summary>
public sealed class TrainingRunTests : IDisposable
{
    private const int Patients = FilmedArchive.Patients;

    private readonly MadeRun _run = FilmedArchive.WriteTo(new MadeRun());

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Films_InSeveralFolders_AreFoundAndPrepared()
    {
        var films = Assert.Single(Run(new FakeTrainer()).Films);
        Assert.Equal((MadeArchive.Images(Patients).Count(), 0), (films.Ready, films.NotReady));
        Assert.StartsWith("32 x 32 pixels, constant border cut off", films.Preparation, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(_run.Out, "cache", "images")));
    }

    [Fact]
    public void Sweep_OfTwoModelsAndSeeds_WritesRunFoldersAndTrainsThem()
    {
        var trainer = new FakeTrainer();
        var sweep = Assert.Single(Run(trainer).Sweeps);

        Assert.Equal(["drains.densenet121.seed1", "drains.densenet121.seed2", "drains.resnet50.seed1", "drains.resnet50.seed2"], trainer.Trained);
        Assert.Equal(["densenet121.seed1", "densenet121.seed2", "resnet50.seed1", "resnet50.seed2"], sweep.Runs.Select(run => run.Name));
        Assert.All(sweep.Runs, run => Assert.Equal((RunStatus.Done, 3, 3, "random initialisation"), (run.Status, run.Epochs, run.Curve.Count, run.Start)));
        var config = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(_run.Out, "training/drains/resnet50.seed2/run.json")), TrainingJson.Default.RunConfig)!;
        Assert.Equal((Architecture.ResNet50, 2UL, 3, 32, "../../../cache"), (config.Architecture, config.Seed, config.Recipe.Epochs, config.Preprocessing.Size, config.CacheFolder));
        Assert.Equal(FileHash.Of(Path.Combine(_run.Out, "training/drains/resnet50.seed2/images.parquet")), config.ImagesSha256);
        Assert.Equal(["Drain", "Tube"], config.Findings());
    }

    [Fact]
    public void Sweep_OfSeveralHeads_WritesThemWithTheirWeightsAndSaysSo()
    {
        var heads = FilmedArchive.Sweep.Replace(
            "labels: raters, findings: [Drain, Tube], split: s",
            "heads: {a: {labels: expert, findings: [Drain]}, b: {labels: raters, findings: [Tube], weight: .5}}, split: s",
            StringComparison.Ordinal).Replace("parts: sealed}]", "parts: train}]", StringComparison.Ordinal);
        var results = _run.Run(FilmedArchive.Protocol + heads, new RunOptions { Out = _run.Out, Trainer = new FakeTrainer() }, "training.drains.options.finding_weights={Tube: 3}");
        var sweep = Assert.Single(results.Sweeps);
        Assert.EndsWith(", heads a + b x 0.5, Tube x 3", sweep.Recipe, StringComparison.Ordinal);
        Assert.Equal(["expert", "raters"], sweep.Labels);
        var config = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(_run.Out, "training/drains/resnet50.seed2/run.json")), TrainingJson.Default.RunConfig)!;
        Assert.Equal([("a", 1.0), ("b", .5)], config.Heads.Select(head => (head.Name, head.Weight)));
        Assert.Equal(3, config.Recipe.FindingWeights["Tube"]);
    }

    [Fact]
    public void Sweep_RunAgain_TrainsNothing()
    {
        Run(new FakeTrainer());
        var again = new FakeTrainer();
        Run(again);
        Assert.Empty(again.Trained);
        Assert.Empty(_run.Observer.Made);
    }

    [Fact]
    public void Sweep_RecipeChangedAndBack_FindsTheFormerRuns()
    {
        Run(new FakeTrainer());
        var (changed, back) = (new FakeTrainer(), new FakeTrainer());
        Run(changed, "training.drains.options.epochs=4");
        Assert.Equal(4, changed.Trained.Count);
        var sweep = Assert.Single(Run(back).Sweeps);
        Assert.Empty(back.Trained);
        Assert.All(sweep.Runs, run => Assert.Equal(3, run.Epochs));
    }

    [Fact]
    public void Sweep_SeedAdded_TrainsThatAlone()
    {
        Run(new FakeTrainer());
        var more = new FakeTrainer();
        Run(more, "training.drains.seeds=[1, 2, 7]");
        Assert.Equal(["drains.densenet121.seed7", "drains.resnet50.seed7"], more.Trained);
    }

    [Fact]
    public void Sweep_FilmChanged_TrainsAgain()
    {
        Run(new FakeTrainer());
        var image = MadeArchive.Images(Patients).First();
        _run.WriteBytes($"films/a/{image.Name}", [.. MadeFilm.Png(999), 0]);
        var again = new FakeTrainer();
        Run(again);
        Assert.Equal(4, again.Trained.Count);
    }

    [Fact]
    public void Sweep_RunThatFails_IsToldOfAndTriedAgain()
    {
        var sweep = Assert.Single(Run(new FakeTrainer { Fails = "resnet50.seed2" }).Sweeps);
        var failed = Assert.Single(sweep.Runs, run => run.Status == RunStatus.Failed);
        Assert.Equal(("resnet50.seed2", "The loss is not a number."), (failed.Name, failed.Reason));
        Assert.Contains("training: Drain detectors: 1 of 4 failed", _run.Observer.Made);

        var again = new FakeTrainer();
        Assert.All(Assert.Single(Run(again).Sweeps).Runs, run => Assert.Equal(RunStatus.Done, run.Status));
        Assert.Equal(["drains.resnet50.seed2"], again.Trained);
    }

    [Fact]
    public void Sweep_Cancelled_StopsAndGoesOnWithTheOthers()
    {
        using var stop = new CancellationTokenSource();
        var first = new FakeTrainer { Before = name => { if (name.Contains("seed2", StringComparison.Ordinal)) stop.Cancel(); } };
        Assert.ThrowsAny<OperationCanceledException>(() => _run.Run(FilmedArchive.Protocol + FilmedArchive.Sweep, new RunOptions { Out = _run.Out, Trainer = first }, stop.Token));
        var second = new FakeTrainer();
        Run(second);
        Assert.Equal(4, first.Trained.Count + second.Trained.Count);
        Assert.Empty(first.Trained.Intersect(second.Trained));
    }

    [Fact]
    public void Films_MissingAndDamaged_AreCountedWithReasons()
    {
        var images = MadeArchive.Images(Patients).Take(2).ToList();
        File.Delete(Path.Combine(_run.Data, $"films/a/{images[0].Name}"));
        _run.WriteBytes($"films/b/{images[1].Name}", [1, 2, 3]);
        var films = Assert.Single(Run(new FakeTrainer()).Films);
        Assert.Equal(["missing", "unsupported"], films.Refused.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(images.Select(image => image.Name), films.Problems.Select(problem => problem.Image));
        Assert.StartsWith("image,path,reason,detail,next_step\n" + images[0].Name + ",films/a/", File.ReadAllText(Path.Combine(_run.Out, films.ProblemFile!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Films_ThatLookTheSameOfTwoPatients_AreListed()
    {
        var images = MadeArchive.Images(Patients).ToList();
        var (first, other) = (images[0], images.First(image => image.Patient == 5));
        var path = Directory.EnumerateFiles(_run.Data, other.Name, SearchOption.AllDirectories).First();
        File.Copy(Directory.EnumerateFiles(_run.Data, first.Name, SearchOption.AllDirectories).First(), path, overwrite: true);
        var films = Assert.Single(Run(new FakeTrainer(), "datasets.d.images.duplicates=0").Films);
        var pair = films.Duplicates.Single(each => each.ImageA == first.Name && each.ImageB == other.Name);
        Assert.Equal(("p1", "p5", 0), (pair.PatientA, pair.PatientB, pair.Distance));
        Assert.Contains($"{first.Name},p1,{other.Name},p5,0", File.ReadAllText(Path.Combine(_run.Out, films.DuplicateFile!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_TooManyFilmsMissing_IsNotToBeHadAndSaysWhatToDo()
    {
        foreach (var image in MadeArchive.Images(Patients).Where(image => image.Patient <= 10)) File.Delete(Directory.EnumerateFiles(_run.Data, image.Name, SearchOption.AllDirectories).First());
        var trainer = new FakeTrainer();
        var results = Run(trainer);
        Assert.Empty(trainer.Trained);
        Assert.EndsWith("Add them, or part only images that have a film ('films: true' in the split 's')", Assert.Single(results.Sweeps).Unavailable, StringComparison.Ordinal);

        var filmed = _run.Run(FilmedArchive.Protocol + FilmedArchive.Sweep.Replace("{title: Split,", "{title: Split, films: true,", StringComparison.Ordinal), new RunOptions { Out = _run.Out, Trainer = trainer });
        Assert.Equal(4, trainer.Trained.Count);
        Assert.Equal("images whose film is missing or cannot be used", Assert.Single(filmed.Splits[0].Omitted).Reason);
    }

    [Fact]
    public void Sweep_WithoutFilms_IsNotToBeHadAndTheRunGoesOn()
    {
        var text = FilmedArchive.Protocol.Replace("folders: [films/a, films/b]", "folders: nowhere, optional: true, obtain: the archive", StringComparison.Ordinal);
        var results = _run.Run(text + FilmedArchive.Sweep, new RunOptions { Out = _run.Out, Trainer = new FakeTrainer() });
        Assert.Equal("the folder nowhere is absent; to be had from the archive", Assert.Single(results.Sweeps).Unavailable);
        Assert.True(File.Exists(Path.Combine(_run.Out, ReportWriter.PageFile)));
    }

    [Fact]
    public void Sweep_WithoutItsWeights_SaysHowToGetThem()
    {
        var sweep = Assert.Single(Run(new FakeTrainer(), "training.drains.weights={densenet121: densenet121.safetensors}").Sweeps);
        Assert.Equal(
            "the weights densenet121.safetensors are absent: ./neatx weights pull densenet121 --to DATA_FOLDER gets the published ones, "
            + "and --set training.drains.weights=random does without",
            sweep.Unavailable);
        Assert.Contains($"--to {_run.Data} gets the published ones", _run.Observer.Warnings[^1], StringComparison.Ordinal);
    }

    private RunResults Run(FakeTrainer trainer, params string[] overrides) => _run.Run(FilmedArchive.Protocol + FilmedArchive.Sweep, new RunOptions { Out = _run.Out, Trainer = trainer }, overrides);
}
