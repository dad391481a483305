using Neatx.Cli.Output;
using Neatx.Core.Training;
using Neatx.Learning.Training;

namespace Neatx.Cli.Tests.Output;

/// <summary>What a training run shows while it goes.</summary>
public sealed class TrainingTerminalTests : IDisposable
{
    private static readonly TrainingProgress Halfway = new(3, 40, 350, 700, 26.12, TimeSpan.FromSeconds(671), .8261, .9589);

    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Training_OnATerminal_IsOneLineWithSpeedTimeAndAuc()
    {
        using var screen = new Screen(Stream.Null, _error, isOutputDecorated: false, isErrorTerminal: true);
        var terminal = new TrainingTerminal(screen, _clock);
        terminal.Training(Halfway);
        terminal.Training(Halfway with { Done = 351 });
        terminal.Complete();
        Assert.Equal("\r\e[Kepoch 3/40 ========........ 26.1 images/s 11:11 to go AUC 0.826 best 0.959\r\e[K", _error.ToString());
    }

    [Fact]
    public void Epoch_InALog_IsALineAtMostEachTenSecondsAndForTheLast()
    {
        using var screen = new Screen(Stream.Null, _error, isOutputDecorated: false, isErrorTerminal: false);
        var terminal = new TrainingTerminal(screen, _clock);
        terminal.Training(Halfway with { Epochs = 4 });
        foreach (var (epoch, seconds) in (ReadOnlySpan<(int, int)>)[(1, 0), (2, 5), (3, 6), (4, 1)])
        {
            _clock.Pass(TimeSpan.FromSeconds(seconds));
            var metrics = new EpochMetrics { Epoch = epoch, LearningRate = 1e-3, TrainLoss = .5, MeanValidationAuc = .75 };
            terminal.Epoch(metrics, new RunLifecycle { Status = RunStatus.Running, BestEpoch = 1, BestValidationAuc = .75 });
        }

        Assert.Equal("""
            epoch 1/4: loss 0.5000, validation AUC 0.750 (best 0.750, epoch 1), 26.1 images/s, 11:11 to go
            epoch 3/4: loss 0.5000, validation AUC 0.750 (best 0.750, epoch 1), 26.1 images/s, 11:11 to go
            epoch 4/4: loss 0.5000, validation AUC 0.750 (best 0.750, epoch 1), 26.1 images/s, 11:11 to go

            """, _error.ToString());
    }
}
