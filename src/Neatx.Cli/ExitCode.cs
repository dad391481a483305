namespace Neatx.Cli;

/// <summary>What the program ends with; documented in docs/guide/README.md.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check failed: a protocol has mistakes.</summary>
    public const int CheckFailed = 1;

    /// <summary>Wrong usage or input: an option, a path, a file's content.</summary>
    public const int WrongInput = 2;

    /// <summary>Training runs failed; everything else stands, without them.</summary>
    public const int RunsFailed = 3;

    /// <summary>A defect of Neatx itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM (128 + SIGTERM).</summary>
    public const int Terminated = 143;
}
