using System.Runtime.InteropServices;
using Neatx.Cli.Output;

namespace Neatx.Cli.Parsing;

/// <summary>
/// What Ctrl-C and SIGTERM do. A verb that listens to <see cref="Token"/> is told to stop, and has until the next signal; any other ends at
/// once, since files are written whole or not at all.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Screen _screen;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private bool _isListenedTo;

    public Interruption(Screen screen)
    {
        _screen = screen;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Hear(signal, ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Hear(signal, ExitCode.Terminated));
    }

    /// <summary>What a verb that stopped for <see cref="Token"/> ends with: 128 and the number of the signal, by which shells and schedulers tell a person from a time limit.</summary>
    public int Code { get; private set; } = ExitCode.Interrupted;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token
    {
        get
        {
            _isListenedTo = true;
            return _source.Token;
        }
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Hear(PosixSignalContext signal, int code)
    {
        signal.Cancel = true;
        if (_isListenedTo && !_source.IsCancellationRequested)
        {
            Code = code;
            _source.Cancel();
            return;
        }

        _screen.Error.WriteLine($"{(_screen.IsErrorTerminal ? "\r\e[K" : "")}neatx: stopped; nothing half-written is left.");
        Environment.Exit(code);
    }
}
