using System.Text.Json;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Training.Checkpoints;

/// <summary>
/// All that training continues from, in one safetensors file that is replaced as a whole: the trained parameters with their running
/// statistics ("now/..."), Adam's moments ("mean/...", "square/..."), the parameters of the best epoch ("best/..."), and the position in the
/// header. Frozen parameters are not in it: they are what the run started from.
/// </summary>
/// <param name="ConfigSha256">Of what decides the result; a checkpoint of another config is refused.</param>
/// <param name="Position">How far the run is.</param>
/// <param name="Tensors">By prefix and parameter name.</param>
internal sealed record Checkpoint(string ConfigSha256, TrainingPosition Position, IReadOnlyList<StoredTensor> Tensors)
{
    public const string Now = "now/", Best = "best/", Mean = "mean/", Square = "square/";

    private const string ConfigName = "config_sha256", PositionName = "position", FormatName = "format", Format = "neatx checkpoint 1";

    /// <summary>Those of one prefix, by the name of their parameter.</summary>
    public IEnumerable<StoredTensor> Under(string prefix) => Tensors
        .Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(tensor => tensor.Named(tensor.Name[prefix.Length..]));

    /// <exception cref="IOException">It cannot be written, for instance because the disk is full; the one before stands.</exception>
    public void Write(string path) => SafetensorsWriter.Write(path, Tensors, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FormatName] = Format,
        [ConfigName] = ConfigSha256,
        [PositionName] = JsonSerializer.Serialize(Position, CheckpointJson.Default.TrainingPosition),
    });

    /// <summary>The checkpoint in a file, or null where there is no file.</summary>
    /// <exception cref="NeatxException">It is no checkpoint, or one of another config.</exception>
    public static Checkpoint? Find(string path, string configSha256)
    {
        if (!File.Exists(path)) return null;
        var content = Open(path);
        if (content.Metadata.GetValueOrDefault(FormatName) != Format || !content.Metadata.TryGetValue(PositionName, out var text))
            throw new NeatxException($"{path} is not a checkpoint of this version of Neatx. Delete it to begin the run anew.");
        var made = content.Metadata.GetValueOrDefault(ConfigName) ?? "";
        if (made != configSha256)
        {
            throw new NeatxException(
                $"{path} was made by another run.json: since then something was changed that decides the result. Put the old run.json back to continue, or delete "
                + $"{Path.GetFileName(path)} to begin anew.");
        }

        return new Checkpoint(made, JsonSerializer.Deserialize(text, CheckpointJson.Default.TrainingPosition)!, content.Tensors);
    }

    private static WeightsContent Open(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SafetensorsReader.Read(file, new ReadLimits());
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException)
        {
            throw new NeatxException($"{path} is damaged: {wrong.Message} Delete it to begin the run anew.", wrong);
        }
    }
}
