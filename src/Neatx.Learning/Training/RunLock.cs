using Neatx.Core.Training;

namespace Neatx.Learning.Training;

/// <summary>One process at a time trains in a run folder: a file is held open for as long as this lives. What a killed process left half-written is cleared away.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _held;

    /// <exception cref="NeatxException">Another process trains there, or the folder cannot be written.</exception>
    public RunLock(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Lock);
        try
        {
            _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"cannot train in {folder}: {error.Message} If another neatx trains there, wait for it: two would overwrite each other.", error);
        }

        foreach (var left in Directory.EnumerateFiles(folder, ".*.tmp")) File.Delete(left);
    }

    public void Dispose() => _held.Dispose();
}
