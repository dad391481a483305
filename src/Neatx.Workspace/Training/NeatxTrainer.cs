using System.Diagnostics;
using System.Globalization;

namespace Neatx.Workspace.Training;

/// <summary>Trains by <c>neatx train FOLDER</c> in a process of its own, so that the workspace never loads libtorch. What it says goes to log.txt in the folder.</summary>
/// <param name="program">The path of neatx.</param>
/// <param name="device">"cpu" or "cuda".</param>
public sealed class NeatxTrainer(string program, string device) : ITrainer
{
    /// <summary>What the process wrote, in the run folder.</summary>
    public const string LogFile = "log.txt";

    /// <summary>128 + SIGKILL.</summary>
    private const int Killed = 137;

    /// <summary>How long a process that was told to stop has for its checkpoint.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string? Train(string folder, int workers, CancellationToken cancellation)
    {
        var log = Path.Combine(folder, LogFile);
        using var text = new StreamWriter(log, append: false) { AutoFlush = true };
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, ["train", folder, "--device", device, "--until-input-ends", "--workers", workers.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process.OutputDataReceived += (_, line) => Write(text, line.Data, folder);
        process.ErrorDataReceived += (_, line) => Write(text, line.Data, folder);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // The end of its input tells the process to save and stop; it also ends when this process is killed.
        using (cancellation.Register(() => process.StandardInput.Close()))
        {
            while (!process.WaitForExit(TimeSpan.FromSeconds(1)))
            {
                if (!cancellation.IsCancellationRequested) continue;
                if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
                break;
            }
        }

        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode == 0) return null;
        if (process.ExitCode == Killed)
            return "its process was killed, as a system does that runs out of memory. If that is so, take a smaller batch_size with accumulate, or close other programs.";
        return RunFolderFiles.State(folder).Reason
            ?? string.Create(CultureInfo.InvariantCulture, $"its process ended with code {process.ExitCode}: {RunFolderFiles.LastWords(folder) ?? "it said nothing"}");
    }

    /// <summary>The log lies in the folder that lines name: where that is on this machine is left out, as a run folder is given to others.</summary>
    private static void Write(StreamWriter text, string? line, string folder)
    {
        if (line is null) return;
        lock (text) text.WriteLine(line.Replace(folder, Path.GetFileName(folder), StringComparison.Ordinal));
    }
}
