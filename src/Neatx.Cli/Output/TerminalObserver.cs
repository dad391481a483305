using System.Globalization;
using Neatx.Workspace.Launch;

namespace Neatx.Cli.Output;

/// <summary>
/// Shows a run on standard error: one line a stage, a bar on a terminal for what takes longer than a second, and what the user should know
/// at the end, the same words once.
/// </summary>
internal sealed class TerminalObserver(Screen screen, TimeProvider clock) : IRunObserver
{
    private const int BarWidth = 24;
    private const int MostWarnings = 5;
    private const string ClearLine = "\r\e[K";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, long> _started = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private bool _isBarShown;

    public void Progress(string task, long done, long? total)
    {
        if (!screen.IsErrorTerminal) return;
        if (!_started.TryGetValue(task, out var start)) _started.Add(task, start = clock.GetTimestamp());
        if (clock.GetElapsedTime(start) < Patience) return;
        screen.Error.Write(ClearLine + Bar(task, done, total));
        _isBarShown = true;
    }

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
    {
        HideBar();
        var seconds = reused ? "unchanged" : string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s");
        var count = n?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
        screen.Error.WriteLine($"{stage,-11} {Words.Fit(made, 46),-46} {count,11} {seconds,9}");
    }

    public void Warn(string message) => _warnings.Add(message);

    /// <summary>Shows what was heard in warning, at most five messages.</summary>
    public void Complete()
    {
        HideBar();
        var distinct = _warnings.Distinct(StringComparer.Ordinal).ToList();
        foreach (var warning in distinct.Take(MostWarnings)) screen.Error.WriteLine($"note: {warning}");
        if (distinct.Count > MostWarnings) screen.Error.WriteLine($"note: and {distinct.Count - MostWarnings} more");
        _warnings.Clear();
    }

    private static string Bar(string task, long done, long? total)
    {
        if (total is not > 0) return string.Create(CultureInfo.InvariantCulture, $"{Words.Fit(task, 50)} {done:N0}");
        var share = Math.Clamp((double)done / total.Value, 0, 1);
        var filled = (int)(share * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"{Words.Fit(task, 46)} {new string('=', filled)}{new string('.', BarWidth - filled)} {share * 100,3:0} %");
    }

    private void HideBar()
    {
        _started.Clear();
        if (!_isBarShown) return;
        screen.Error.Write(ClearLine);
        _isBarShown = false;
    }
}
