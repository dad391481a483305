using System.Runtime.InteropServices;
using Neatx.Cli.Output;

namespace Neatx.Cli.Parsing;

/// <summary>Ends the process with a plain word on Ctrl-C or SIGTERM. Files are written whole or not at all, so it may end anywhere.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly Screen _screen;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption(Screen screen)
    {
        _screen = screen;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => End("stopped", ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End("told to stop", ExitCode.Terminated));
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void End(string word, int code)
    {
        _screen.Error.WriteLine($"{(_screen.IsErrorTerminal ? "\r\e[K" : "")}neatx: {word}; nothing half-written is left.");
        Environment.Exit(code);
    }
}
