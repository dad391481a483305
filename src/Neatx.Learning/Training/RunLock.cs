using Neatx.Core.Training;

namespace Neatx.Learning.Training;

/// <summary>One process at a time trains in a run folder: a file is held open for as long as this lives. What a killed process left half-written is cleared away.</summary>
internal sealed class RunLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _held;

    private RunLock(FileStream held) => _held = held;

    /// <param name="folder">The run folder.</param>
    /// <param name="patience">How long to wait for another process: one that was told to stop, or whose sweep was killed, is still saving.</param>
    /// <param name="clock">Measures that time.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NeatxException">Another process trains there, or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled while it waited.</exception>
    public static RunLock Take(string folder, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                var path = Path.Combine(folder, RunFiles.Lock);
                var taken = new RunLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
                foreach (var left in Directory.EnumerateFiles(folder, ".*.tmp")) File.Delete(left);
                return taken;
            }
            catch (IOException) when (clock.GetElapsedTime(start) < patience)
            {
                cancellation.WaitHandle.WaitOne(BetweenTries);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new NeatxException($"cannot train in {folder}: {error.Message} If another neatx trains there, wait for it: two would overwrite each other.", error);
            }
        }
    }

    public void Dispose() => _held.Dispose();
}
