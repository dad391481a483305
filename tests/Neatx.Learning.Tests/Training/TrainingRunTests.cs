using Neatx.Core.Training;
using Neatx.Learning.Training;

namespace Neatx.Learning.Tests.Training;

public sealed class TrainingRunTests : IDisposable
{
    private static readonly string[] Hashed = [RunFiles.Model, RunFiles.Scores, RunFiles.Metrics];

    private readonly SmallRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Train_SmallFilms_LearnsThem()
    {
        _run.Config = _run.Config with { Recipe = _run.Config.Recipe with { Epochs = 12 } };
        var observer = new SilentObserver();
        var state = TrainingRun.Train(_run.Write().Folder, new TrainingOptions(), observer, TestContext.Current.CancellationToken);
        Assert.Equal(RunStatus.Done, state.Status);
        Assert.True(state.BestValidationAuc > .9, $"{state}");
        Assert.Equal(12, observer.Epochs.Count);
    }

    [Fact]
    public void Train_StoppedAtEveryStep_GivesTheSameBytes()
    {
        var whole = Trained(_run.Write().Folder);
        _run.Anew("stopped");
        for (var attempt = 0; ; attempt++)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                TrainingRun.Train(_run.Folder, new TrainingOptions(), new SilentObserver(_ => stop.Cancel()), stop.Token);
                Assert.InRange(attempt, 3, 100);
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(RunStatus.Interrupted, StateFile.Read(_run.Folder).Status);
            }
        }

        Assert.Equal(whole, Hashes(_run.Folder));
    }

    [Fact]
    public void Train_Again_ChangesNothing()
    {
        Trained(_run.Write().Folder);
        var before = Directory.EnumerateFiles(_run.Folder).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        TrainingRun.Train(_run.Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        Assert.Equal(before, Directory.EnumerateFiles(_run.Folder).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    private static string[] Trained(string folder)
    {
        TrainingRun.Train(folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        return Hashes(folder);
    }

    private static string[] Hashes(string folder) => [.. Hashed.Select(file => FileHash.Of(Path.Combine(folder, file)))];
}
