using Neatx.Cli.Output;

namespace Neatx.Cli.Tests.Output;

/// <summary>What a run shows while it goes.</summary>
public sealed class TerminalObserverTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();
    private readonly Screen _terminal;
    private readonly Screen _file;

    public TerminalObserverTests()
    {
        _terminal = new Screen(Stream.Null, _error, isOutputDecorated: false, isErrorTerminal: true);
        _file = new Screen(Stream.Null, _error, isOutputDecorated: false, isErrorTerminal: false);
    }

    [Fact]
    public void Finished_Stage_IsOneLineOf80Columns()
    {
        var observer = new TerminalObserver(_file, _clock);
        observer.Finished("catalog", "7 tables of which the last has a title that is longer than fits here", 267_123, TimeSpan.FromSeconds(1.24), reused: false);
        observer.Finished("agreement", "8 comparisons", null, TimeSpan.FromSeconds(61), reused: true);
        Assert.Equal("""
            catalog     7 tables of which the last has a title that i…     267,123     1.2 s
            agreement   8 comparisons                                              unchanged

            """, _error.ToString());
    }

    [Fact]
    public void Progress_WithinASecond_ShowsNothing()
    {
        var observer = new TerminalObserver(_terminal, _clock);
        observer.Progress("reading", 0, 100);
        _clock.Pass(TimeSpan.FromSeconds(.9));
        observer.Progress("reading", 50, 100);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public void Progress_AfterASecond_ShowsABarThatGoesAway()
    {
        var observer = new TerminalObserver(_terminal, _clock);
        observer.Progress("reading", 0, 100);
        _clock.Pass(TimeSpan.FromSeconds(1));
        observer.Progress("reading", 50, 100);
        observer.Finished("catalog", "1 table", 100, TimeSpan.FromSeconds(2), reused: false);
        Assert.StartsWith("\r\e[Kreading ============............  50 %\r\e[Kcatalog ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_NotOnATerminal_ShowsNothing()
    {
        var observer = new TerminalObserver(_file, _clock);
        observer.Progress("reading", 0, null);
        _clock.Pass(TimeSpan.FromSeconds(5));
        observer.Progress("reading", 50, null);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public void Complete_Warnings_AreListedOnceAndAtMostFive()
    {
        var observer = new TerminalObserver(_file, _clock);
        for (var count = 0; count < 14; count++) observer.Warn($"warning {count % 7}");
        observer.Complete();
        Assert.Equal("note: warning 0\nnote: warning 1\nnote: warning 2\nnote: warning 3\nnote: warning 4\nnote: and 2 more\n", _error.ToString());
    }

    public void Dispose()
    {
        _terminal.Dispose();
        _file.Dispose();
        _error.Dispose();
    }
}
