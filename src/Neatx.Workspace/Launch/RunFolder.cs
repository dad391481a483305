using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Neatx.Workspace.Launch;

/// <summary>
/// A folder with the results of a protocol, one folder a stage, and the manifest that says which of them still stand.
/// One process at a time works in it: the lock file is held open for as long as this lives.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly Dictionary<string, StepRecord> _known;
    private readonly List<StepRecord> _current = [];

    private RunFolder(string path, FileStream held, IEnumerable<StepRecord> known)
    {
        Path = path;
        _lock = held;
        _known = known.ToDictionary(record => record.Name, StringComparer.Ordinal);
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens the folder, making it if need be, and reads what stands there.</summary>
    /// <exception cref="NeatxException">Another process works in it, it cannot be made, or its manifest is not one.</exception>
    public static RunFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
            var held = new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new RunFolder(path, held, ReadManifest(path).Steps);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"Cannot work in the folder {path}: {error.Message} If another neatx is running there, wait for it or give another --out.", error);
        }
    }

    /// <summary>The absolute path of a file of this run.</summary>
    public string Resolve(string relative) => System.IO.Path.Combine(Path, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>
    /// Gives the result of a step: the one that stands when the key and every output are unchanged, else what <paramref name="make"/> makes.
    /// The result itself is kept as JSON in <paramref name="summary"/>; <paramref name="outputs"/> names the further files made.
    /// </summary>
    public StepResult<T> Step<T>(string name, StepKey key, string summary, JsonTypeInfo<T> form, Func<T> make, Func<T, IEnumerable<string?>> outputs)
        where T : class
    {
        var keyText = key.ToString();
        if (_known.TryGetValue(name, out var known) && known.Key == keyText && known.Outputs.All(IsUnchanged) && Load(summary, form) is { } standing)
        {
            _current.Add(known);
            return new StepResult<T>(standing, known, Reused: true);
        }

        var made = make();
        AtomicFile.Write(Resolve(summary), stream => JsonSerializer.Serialize(stream, made, form));
        var files = outputs(made).OfType<string>().Append(summary).Select(file => new StepOutput(file, FileHash.Of(Resolve(file))));
        var record = new StepRecord(name, keyText, [.. files]);
        _current.Add(record);
        Save();
        return new StepResult<T>(made, record, Reused: false);
    }

    public void Dispose() => _lock.Dispose();

    private static RunManifest ReadManifest(string path)
    {
        var file = System.IO.Path.Combine(path, RunManifest.FileName);
        if (!File.Exists(file)) return new RunManifest();
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, RunJson.Default.RunManifest) ?? new RunManifest();
        }
        catch (JsonException error)
        {
            throw new NeatxException($"{file} is not the manifest of a run ({error.Message}). Delete it to have everything made again, or give another --out.", error);
        }
    }

    private T? Load<T>(string summary, JsonTypeInfo<T> form)
        where T : class
    {
        using var stream = File.OpenRead(Resolve(summary));
        return JsonSerializer.Deserialize(stream, form);
    }

    private bool IsUnchanged(StepOutput output)
    {
        var file = Resolve(output.Path);
        return File.Exists(file) && FileHash.Of(file) == output.Sha256;
    }

    /// <summary>Steps not reached yet keep their place, so that a killed run loses nothing that stands.</summary>
    private void Save()
    {
        var reached = _current.Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        var manifest = new RunManifest
        {
            Program = ProgramVersion.Release,
            Steps = [.. _current, .. _known.Values.Where(record => !reached.Contains(record.Name)).OrderBy(record => record.Name, StringComparer.Ordinal)],
        };
        AtomicFile.Write(Resolve(RunManifest.FileName), stream => JsonSerializer.Serialize(stream, manifest, RunJson.Default.RunManifest));
    }
}
