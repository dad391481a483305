using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Training;

namespace Neatx.Cli.Tests.Driving;

/// <summary>
/// A run folder that neatx train made of a few phantom films, once for all tests: run/, and beside it films/, films.csv that lists them, and the exported
/// detector. To be copied, not changed.
/// </summary>
internal static class TrainedFolder
{
    private const int Size = 64;

    /// <summary>The name of the exported detector.</summary>
    public const string Detector = "detector.onnx";

    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The folder that holds all.</summary>
    public static string Path => Made.Value;

    /// <summary>Copies all of it into a folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Make()
    {
        var scratch = new Scratch();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scratch.Dispose();
        MustWork(Started.NeatxIn(scratch.Folder, "phantom", "--out", "phantom", "--images", "24", "--size", "64"));
        Directory.Move(scratch["phantom/images"], scratch["films"]);
        var run = Directory.CreateDirectory(scratch["run"]).FullName;
        WriteImages(scratch["phantom/synthetic_truth.csv"], System.IO.Path.Combine(run, RunFiles.Images));
        Directory.Delete(scratch["phantom"], recursive: true);
        var config = new RunConfig
        {
            Name = "phantom.small.seed1",
            Synthetic = true,
            Seed = 1,
            Architecture = Core.Training.Architecture.Small,
            Heads = [new Head("findings", ["cardiomegaly", "effusion"])],
            Recipe = new TrainingRecipe { Freeze = FreezePolicy.None, Epochs = 1, LearningRate = 1e-3, BatchSize = 8 },
            Preprocessing = new PreprocessingOptions { Size = Size },
            ImageFolder = "../films",
            CacheFolder = "../cache",
            ImagesSha256 = FileHash.Of(System.IO.Path.Combine(run, RunFiles.Images)),
        };
        File.WriteAllText(System.IO.Path.Combine(run, RunFiles.Config), JsonSerializer.Serialize(config, TrainingJson.Default.RunConfig));
        MustWork(Started.NeatxIn(scratch.Folder, "train", "run"));
        MustWork(Started.NeatxIn(scratch.Folder, "export", "run", "--out", Detector));
        scratch.Write("films.csv", $"image\n{string.Concat(Directory.EnumerateFiles(scratch["films"]).Order(StringComparer.Ordinal).Select(film => $"{System.IO.Path.GetFileName(film)}\n"))}");
        if (Directory.Exists(scratch["cache"])) Directory.Delete(scratch["cache"], recursive: true);
        return scratch.Folder;
    }

    /// <summary>Half of the images train; each counts as a patient.</summary>
    private static void WriteImages(string truth, string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            COPY (
                SELECT image, image AS patient, image AS path,
                    CASE WHEN row_number() OVER () <= 12 THEN 'train' WHEN row_number() OVER () <= 18 THEN 'validation' ELSE 'test' END AS part,
                    [1 + 2 * cardiomegaly, 1 + 2 * pleural_effusion]::UTINYINT[] AS states, NULL::FLOAT[] AS certainties
                FROM read_csv('{truth}')
            ) TO '{path}' (FORMAT parquet)
            """;
        command.ExecuteNonQuery();
    }

    private static void MustWork(Ended ended) => Assert.True(ended.Code == 0, ended.Error);
}
