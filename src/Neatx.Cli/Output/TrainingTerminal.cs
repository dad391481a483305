using System.Globalization;
using Neatx.Core.Training;
using Neatx.Learning.Training;

namespace Neatx.Cli.Output;

/// <summary>
/// Shows a training run on standard error: on a terminal a line that is overwritten, with epoch, images a second, time to go and validation
/// AUC; elsewhere, as in the log of a cluster, a line for an epoch, at most one each ten seconds.
/// </summary>
internal sealed class TrainingTerminal(Screen screen, TimeProvider clock) : ITrainingObserver
{
    private const int BarWidth = 16;
    private const string ClearLine = "\r\e[K";
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenBars = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _warnings = [];
    private TrainingProgress? _latest;
    private long? _lastLine, _lastBar;
    private bool _isBarShown;

    public void Progress(string task, long done, long? total)
    {
        if (total is > 0) ShowBar((double)done / total.Value, task, done == total ? "" : string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0}"));
        else ShowBar(0, task, done.ToString("N0", CultureInfo.InvariantCulture));
    }

    public void Training(TrainingProgress progress)
    {
        _latest = progress;
        ShowBar((double)progress.Done / progress.Total, Epochs(progress.Epoch, progress.Epochs), Speed(progress));
    }

    public void Epoch(EpochMetrics metrics, RunLifecycle state)
    {
        if (screen.IsErrorTerminal || _latest is not { } latest) return;
        var isLast = metrics.Epoch == latest.Epochs;
        if (!isLast && _lastLine is { } last && clock.GetElapsedTime(last) < BetweenLines) return;
        _lastLine = clock.GetTimestamp();
        var auc = metrics.MeanValidationAuc is { } mean ? string.Create(CultureInfo.InvariantCulture, $", validation AUC {Three(mean)} (best {Three(state.BestValidationAuc ?? mean)}, epoch {state.BestEpoch})") : "";
        screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Epochs(metrics.Epoch, latest.Epochs)}: loss {metrics.TrainLoss:0.0000}{auc}, {latest.ImagesPerSecond:0.#} images/s, {Time(latest.Remaining)} to go"));
    }

    public void Warn(string message) => _warnings.Add(message);

    /// <summary>Takes the bar away and shows what was heard in warning.</summary>
    public void Complete()
    {
        if (_isBarShown) screen.Error.Write(ClearLine);
        _isBarShown = false;
        foreach (var warning in _warnings.Distinct(StringComparer.Ordinal)) screen.Error.WriteLine($"note: {warning}");
        _warnings.Clear();
    }

    private static string Epochs(int epoch, int epochs) => string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{epochs}");

    private static string Speed(TrainingProgress progress)
    {
        var auc = progress.MeanValidationAuc is { } mean ? $" AUC {Three(mean)} best {Three(progress.BestValidationAuc ?? mean)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.ImagesPerSecond:0.#} images/s {Time(progress.Remaining)} to go{auc}");
    }

    private static string Three(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private void ShowBar(double share, string task, string rest)
    {
        if (!screen.IsErrorTerminal) return;
        if (_lastBar is { } last && clock.GetElapsedTime(last) < BetweenBars) return;
        _lastBar = clock.GetTimestamp();
        var filled = (int)(Math.Clamp(share, 0, 1) * BarWidth);
        screen.Error.Write(ClearLine + Words.Fit($"{task} {new string('=', filled)}{new string('.', BarWidth - filled)} {rest}", Screen.Width - 1));
        _isBarShown = true;
    }
}
