using Neatx.Core.Training;

namespace Neatx.Learning.Training.Input;

/// <summary>What a run folder was given: the config and the images, read and checked.</summary>
/// <param name="Folder">The run folder, absolute.</param>
/// <param name="Config">run.json.</param>
/// <param name="Images">images.parquet.</param>
public sealed record RunInput(string Folder, RunConfig Config, IReadOnlyList<RunImage> Images)
{
    /// <summary>The folder with the images, absolute.</summary>
    public string ImageFolder => Path.GetFullPath(Config.ImageFolder, Folder);

    /// <summary>The folder with features and prepared images, absolute.</summary>
    public string CacheFolder => Path.GetFullPath(Config.CacheFolder, Folder);

    /// <summary>The weights file, absolute, or null for random initialisation.</summary>
    public string? WeightsFile => Config.Weights.File is { } file ? Path.GetFullPath(file, Folder) : null;

    /// <summary>Reads both files. Where anything is wrong with either the input is null and every mistake is listed.</summary>
    /// <exception cref="NeatxException">The folder or one of the files is not there.</exception>
    public static (RunInput? Input, IReadOnlyList<RunMistake> Mistakes) Read(string folder)
    {
        folder = Path.GetFullPath(folder);
        var (configFile, imagesFile) = (Path.Combine(folder, RunFiles.Config), Path.Combine(folder, RunFiles.Images));
        foreach (var file in (string[])[configFile, imagesFile])
            if (!File.Exists(file)) throw new NeatxException($"there is no file {file}. A run folder holds {RunFiles.Config} and {RunFiles.Images}; see docs/guide/training.md.");
        var mistakes = new List<RunMistake>();
        var config = RunConfigReader.Read(File.ReadAllBytes(configFile), mistakes);
        if (config is null) return (null, mistakes);
        if (FileHash.Of(imagesFile) is var hash && hash != config.ImagesSha256)
        {
            mistakes.Add(new RunMistake(
                RunFiles.Images,
                null,
                $"its SHA-256 is {hash}, but {RunFiles.Config} states {config.ImagesSha256}. Images, labels or split were changed after the run was set up; "
                + "set it up again, or put the stated table back."));
        }

        var images = RunImagesReader.Read(imagesFile, config.Findings(), mistakes);
        if (images is not null) TrainingRules.Check(config, images, mistakes);
        return mistakes.Count == 0 ? (new RunInput(folder, config, images!), []) : (null, mistakes);
    }
}
