using System.Security.Cryptography;
using System.Text;

namespace Neatx.Workspace.Launch;

/// <summary>
/// Gathers what a step depends on into one key. Each part is written with its name and length, so that no two different gatherings
/// give the same bytes.
/// </summary>
public sealed class StepKey
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public StepKey(string step)
    {
        Add("step", step);
        Add("program", ProgramVersion.Code);
    }

    /// <summary>Adds a text; null and empty differ.</summary>
    public StepKey Add(string name, string? value)
    {
        Append(name);
        Append(value ?? "\0null");
        return this;
    }

    /// <summary>Adds the content of a file on disk, by its SHA-256.</summary>
    public StepKey AddFile(string name, string path) => Add(name, FileHash.Of(path));

    /// <summary>Adds the key of a step whose result is used.</summary>
    public StepKey AddStep(StepRecord record) => Add("after " + record.Name, record.Key);

    /// <summary>The key, lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        _hash.AppendData(bytes);
    }
}
