using System.Text.Json;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Training;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Training;

public sealed class TrainingRunTests : IDisposable
{
    private static readonly string[] Hashed = [RunFiles.Model, RunFiles.Scores, RunFiles.Metrics];

    private readonly SmallRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Train_SmallFilms_LearnsThem()
    {
        _run.Recipe(recipe => recipe with { Epochs = 12 });
        var observer = new SilentObserver();
        var state = TrainingRun.Train(_run.Write().Folder, new TrainingOptions(), observer, TestContext.Current.CancellationToken);
        Assert.Equal(RunStatus.Done, state.Status);
        Assert.True(state.BestValidationAuc > .9, $"{state}");
        Assert.Equal(12, observer.Epochs.Count);
        Assert.Equal(observer.Epochs.Max(epoch => epoch.MeanValidationAuc), state.BestValidationAuc);
        Assert.Equal(state.BestValidationAuc, observer.Epochs[state.BestEpoch!.Value - 1].MeanValidationAuc);
    }

    [Fact]
    public void Train_StoppedAtEveryStep_GivesTheSameBytes()
    {
        var whole = Trained(_run.Write().Folder);
        _run.Anew("stopped");
        StopAtEveryStep(attempts: 3);
        Assert.Equal(whole, Hashes(_run.Folder));
        Assert.False(File.Exists(_run[RunFiles.Checkpoint]));
    }

    [Fact]
    public void Train_HeadsAccumulationSoftLabelsAndWeights_StoppedAtEveryStepGivesTheSameBytes()
    {
        Harden();
        var whole = Trained(_run.Write().Folder);
        _run.Anew("stopped");
        StopAtEveryStep(attempts: 3);
        Assert.Equal(whole, Hashes(_run.Folder));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Train_AnOptionOfTheLoss_ChangesTheModel(int option)
    {
        Harden();
        var whole = Trained(_run.Write().Folder);
        _run.Recipe(recipe => option switch
        {
            1 => recipe with { Accumulate = 1 },
            2 => recipe with { SoftLabels = false },
            3 => recipe with { BalancePositives = false },
            _ => recipe with { FindingWeights = new Dictionary<string, double>(StringComparer.Ordinal) },
        });
        Assert.NotEqual(whole[0], Trained(_run.Anew("otherwise").Folder)[0]);
    }

    [Fact]
    public void Train_ValidationOfOneState_KeepsTheLastEpoch()
    {
        for (var row = 0; row < _run.Rows.Count; row++)
            if (_run.Rows[row].Part == "validation") _run.Rows[row] = _run.Rows[row] with { States = [LabelState.Negative, LabelState.Negative] };
        var state = TrainingRun.Train(_run.Write().Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        Assert.Equal((RunStatus.Done, 3, (int?)null, (double?)null), (state.Status, state.Epoch, state.BestEpoch, state.BestValidationAuc));
        Assert.All(Metrics(), epoch => Assert.Equal((true, null), (epoch.ValidationLoss is > 0, epoch.MeanValidationAuc)));
    }

    [Fact]
    public void Train_Again_ChangesNothing()
    {
        Trained(_run.Write().Folder);
        var before = Directory.EnumerateFiles(_run.Folder).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        TrainingRun.Train(_run.Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        Assert.Equal(before, Directory.EnumerateFiles(_run.Folder).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Theory]
    [InlineData(FreezePolicy.AllButTail)]
    [InlineData(FreezePolicy.HeadOnly)]
    public void Train_OnKeptFeatures_GivesTheBytesOfComputingThemEachTime(FreezePolicy freeze)
    {
        _run.Recipe(recipe => recipe with { Freeze = freeze });
        var kept = Trained(_run.Write().Folder);
        _run.Recipe(recipe => recipe with { CacheFeatures = false });
        Assert.Equal(kept, Trained(_run.Anew("computed").Folder));
        Assert.StartsWith("computed for each batch", StateFile.Read(_run.Folder).Engine["features"], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Frozen_LeavesWhatIsFrozenAsItWas()
    {
        _run.Recipe(recipe => recipe with { Freeze = FreezePolicy.HeadOnly });
        Trained(_run.Write().Folder);
        var start = Neatx.Learning.Models.ParameterValues.Initialise(Neatx.Learning.Models.Networks.Create(_run.Config), _run.Config.Seed);
        var changed = WeightsFile.Open(_run[RunFiles.Model]).Tensors.Where(tensor => !tensor.ToFloats().SequenceEqual(start[tensor.Name].ToArray()));
        Assert.Equal(["classifier.bias", "classifier.weight"], changed.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Train_AccumulatedBatches_AreOneLargeBatch()
    {
        _run.Recipe(recipe => recipe with { Freeze = FreezePolicy.HeadOnly, BatchSize = 16 });
        Trained(_run.Write().Folder);
        var large = Metrics();
        _run.Recipe(recipe => recipe with { BatchSize = 4, Accumulate = 4 });
        Trained(_run.Anew("accumulated").Folder);
        Assert.All(large.Zip(Metrics()), pair => Assert.Equal(pair.First.TrainLoss, pair.Second.TrainLoss, 1e-5));
    }

    [Fact]
    public void Train_AnotherSeed_GivesAnotherModel()
    {
        var first = Trained(_run.Write().Folder);
        _run.Config = _run.Config with { Seed = 8 };
        Assert.NotEqual(first, Trained(_run.Anew("seed8").Folder));
    }

    [Fact]
    public void Train_TwoHeadsDropoutAndAugmentation_IsRepeatable()
    {
        _run.Config = _run.Config with
        {
            Architecture = Architecture.Small,
            Heads = [new Head("lines", [SmallRun.Stripe]), new Head("shapes", [SmallRun.Square], Weight: .5)],
            Recipe = _run.Config.Recipe with { Epochs = 2, Augmentation = new Augmentation { Mirror = true }, BalancePositives = true, SoftLabels = true },
        };
        var first = Trained(_run.Write().Folder);
        Assert.Equal(first, Trained(_run.Anew("again").Folder));
        Assert.Contains("augmented", StateFile.Read(_run.Folder).Engine["features"], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_EarlyStopping_StopsAndKeepsTheBest()
    {
        _run.Recipe(recipe => recipe with { Epochs = 100, EarlyStopping = new EarlyStopping(2) });
        var state = TrainingRun.Train(_run.Write().Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        Assert.InRange(state.Epoch, 3, 99);
        Assert.Equal(state.Epoch - 2, state.BestEpoch);
    }

    [Fact]
    public void Train_MissingImages_AreListedAndLeftOutUpToTheLimit()
    {
        _run.Recipe(recipe => recipe with { MostRefused = .1 });
        _run.Write();
        foreach (var image in (int[])[3, 8]) File.Delete(Path.Combine(_run.Folder, "../films", SmallRun.Name(image)));
        Assert.Equal(2, TrainingRun.Train(_run.Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken).Refused);
        Assert.Contains("003.png,missing,", File.ReadAllText(_run[RunFiles.Refused]), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TooManyMissingImages_FailsAndSaysWhereTheyWereSought()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_run.Write().Folder, "../films"))) File.Delete(file);
        var message = Failure();
        Assert.Contains("60 of 60 images", message, StringComparison.Ordinal);
        Assert.Contains("--images", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LossThatIsNoNumber_FailsAndKeepsTheLastCheckpoint()
    {
        // No step size that run.json may state comes to this on films so small: it is put behind the reader.
        var read = RunInput.Read(_run.Write().Folder).Input!;
        var input = read with { Config = read.Config with { Recipe = read.Config.Recipe with { LearningRate = 1e29 } } };
        var work = new TrainingWork(input, ConfigHash.Of(input.Config), new TrainingOptions(), new SilentObserver());
        var message = Assert.Throws<NeatxException>(() => work.Do(TestContext.Current.CancellationToken)).Message;
        Assert.Contains("Try a lower learning_rate (now 1E+29)", message, StringComparison.Ordinal);
        Assert.Equal(File.Exists(_run[RunFiles.Checkpoint]), message.Contains("The last checkpoint", StringComparison.Ordinal));
        Assert.False(File.Exists(_run[RunFiles.Model]));
    }

    [Fact]
    public void Train_ChangedConfig_IsNotContinued()
    {
        var before = Trained(_run.Write().Folder);
        _run.Recipe(recipe => recipe with { LearningRate = 1e-4 });
        _run.Write();
        // Asked a second time it is not continued either, and what stands is left as it was.
        for (var time = 0; time < 2; time++) Assert.Contains("another run.json", FailureOf(_run.Folder), StringComparison.Ordinal);
        Assert.Equal(before, Hashes(_run.Folder));
        Assert.Equal(RunStatus.Done, StateFile.Read(_run.Folder).Status);
    }

    [Fact]
    public void Train_FolderInUse_IsRefused()
    {
        _run.Write();
        using var held = new FileStream(_run[RunFiles.Lock], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("another neatx trains there", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_FolderInUseForAMoment_IsWaitedForWhereAsked()
    {
        _run.Recipe(recipe => recipe with { Epochs = 1 });
        _run.Write();
        var held = new FileStream(_run[RunFiles.Lock], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var training = Task.Run(() => TrainingRun.Train(
            _run.Folder, new TrainingOptions { WaitForFolder = TimeSpan.FromMinutes(5) }, new SilentObserver(), TestContext.Current.CancellationToken));
        await held.DisposeAsync();
        Assert.Equal(RunStatus.Done, (await training).Status);
    }

    [Fact]
    public void Train_DeviceThatIsNotThere_SaysHowToGetIt()
    {
        _run.Write();
        var message = Assert.Throws<NeatxException>(
            () => TrainingRun.Train(_run.Folder, new TrainingOptions { Device = "cuda" }, new SilentObserver(), TestContext.Current.CancellationToken)).Message;
        Assert.Contains("docs/guide/training.md", message, StringComparison.Ordinal);
    }

    /// <summary>Two heads, steps of two batches, certainties as targets, and every weight there is.</summary>
    private void Harden()
    {
        for (var row = 0; row < _run.Rows.Count; row++)
        {
            var states = _run.Rows[row].States;
            _run.Rows[row] = _run.Rows[row] with
            {
                States = [row % 9 == 8 ? LabelState.Uncertain : states[0], row % 7 == 6 ? LabelState.Missing : states[1]],
                Certainties = [states[0] == LabelState.Positive ? .75f : .125f, null],
            };
        }

        _run.Config = _run.Config with { Heads = [new Head("lines", [SmallRun.Stripe]), new Head("shapes", [SmallRun.Square], Weight: .5)] };
        _run.Recipe(recipe => recipe with
        {
            Epochs = 2,
            BatchSize = 5,
            Accumulate = 2,
            SoftLabels = true,
            BalancePositives = true,
            FindingWeights = new Dictionary<string, double>(StringComparer.Ordinal) { [SmallRun.Square] = 3 },
        });
    }

    /// <summary>Trains, stopped after every step and begun again, to the end.</summary>
    private void StopAtEveryStep(int attempts)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                TrainingRun.Train(_run.Folder, new TrainingOptions(), new SilentObserver(_ => stop.Cancel()), stop.Token);
                Assert.InRange(attempt, attempts, 100);
                return;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(RunStatus.Interrupted, StateFile.Read(_run.Folder).Status);
            }
        }
    }

    private static string[] Trained(string folder)
    {
        TrainingRun.Train(folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        return Hashes(folder);
    }

    private static string[] Hashes(string folder) => [.. Hashed.Select(file => FileHash.Of(Path.Combine(folder, file)))];

    private static string FailureOf(string folder)
    {
        var options = new TrainingOptions().SavingEvery(TimeSpan.Zero);
        return Assert.Throws<NeatxException>(() => TrainingRun.Train(folder, options, new SilentObserver(), TestContext.Current.CancellationToken)).Message;
    }

    private string Failure()
    {
        var message = FailureOf(_run.Folder);
        if (!File.Exists(_run[RunFiles.Model]) && !message.Contains("another neatx", StringComparison.Ordinal)) Assert.Equal(message, StateFile.Read(_run.Folder).Reason);
        return message;
    }

    private List<EpochMetrics> Metrics() =>
        [.. File.ReadLines(_run[RunFiles.Metrics]).Select(line => JsonSerializer.Deserialize(line, MetricsJson.Default.EpochMetrics)!)];
}
