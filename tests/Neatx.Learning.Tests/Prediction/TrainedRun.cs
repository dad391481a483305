using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Prediction;

/// <summary>A run folder as training leaves it, of a small network with weights of a formula and made-up scores, and a folder of films.</summary>
internal sealed class TrainedRun : IDisposable
{
    public const int Size = 64;

    private static readonly Head[] Heads = [new("tubes", ["drain", "nasogastric"]), new("findings", ["effusion"])];

    private readonly Scratch _scratch = new();

    /// <param name="validation">Images of the validation part; every third is positive for the first finding and all others negative.</param>
    /// <param name="films">Films to score.</param>
    public TrainedRun(int validation = 12, int films = 5)
    {
        Folder = Directory.CreateDirectory(_scratch["run"]).FullName;
        ImageFolder = _scratch["films"];
        Films = FilmFiles.Write(ImageFolder, films, Size);
        WriteImages(validation);
        Config = new RunConfig
        {
            Name = "drains.small.seed3",
            Synthetic = true,
            Seed = 3,
            Architecture = Architecture.Small,
            Heads = Heads,
            Recipe = new TrainingRecipe(),
            Preprocessing = new PreprocessingOptions { Size = Size },
            ImageFolder = "../films",
            CacheFolder = "../cache",
            ImagesSha256 = FileHash.Of(Path.Combine(Folder, RunFiles.Images)),
            Provenance = new Dictionary<string, string>(StringComparer.Ordinal) { ["labels"] = "nonexp 3f2a" },
        };
        File.WriteAllBytes(Path.Combine(Folder, RunFiles.Config), JsonSerializer.SerializeToUtf8Bytes(Config, TrainingJson.Default.RunConfig));
        Network = Networks.Create(Config);
        Weights = FormulaWeights.Of(Network);
        SafetensorsWriter.Write(
            Path.Combine(Folder, RunFiles.Model),
            Network.Parameters.Select(each => StoredTensor.Of(each.Name, [.. each.Shape.Select(side => (long)side)], Weights[each.Name])));
    }

    public string Folder { get; }

    public string ImageFolder { get; }

    public string[] Films { get; }

    public RunConfig Config { get; }

    public Network Network { get; }

    public ParameterValues Weights { get; }

    public string this[string file] => _scratch[file];

    public void Dispose() => _scratch.Dispose();

    /// <summary>The first finding scores .9, .8, ... downwards from the positive images; the second has no positive image.</summary>
    private void WriteImages(int validation)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        Run("CREATE TABLE images (image VARCHAR, patient VARCHAR, path VARCHAR, part VARCHAR, states UTINYINT[], certainties FLOAT[])");
        Run("CREATE TABLE scores (image VARCHAR, patient VARCHAR, part VARCHAR, finding VARCHAR, score DOUBLE)");
        var (yes, no) = ((int)LabelState.Positive, (int)LabelState.Negative);
        foreach (var (image, state) in (ReadOnlySpan<(string, int)>)[("t1", yes), ("t2", no)])
            Run($"INSERT INTO images VALUES ('{image}', 'p{image}', '{image}.png', 'train', [{state}, {state}, {state}], NULL)");
        for (var index = 0; index < validation; index++)
        {
            var (image, isPositive) = ($"v{index}", index % 3 == 0);
            Run($"INSERT INTO images VALUES ('{image}', 'p{image}', '{image}.png', 'validation', [{(isPositive ? yes : no)}, {no}, {(index < 2 ? yes : no)}], NULL)");
            foreach (var finding in (string[])["drain", "nasogastric", "effusion"])
                Run(FormattableString.Invariant($"INSERT INTO scores VALUES ('{image}', 'p{image}', 'validation', '{finding}', {(isPositive ? .6 + (.02 * index) : .4 - (.01 * index))})"));
        }

        Run($"COPY images TO '{Path.Combine(Folder, RunFiles.Images)}' (FORMAT parquet)");
        Run($"COPY scores TO '{Path.Combine(Folder, RunFiles.Scores)}' (FORMAT parquet)");

        void Run(string sql)
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
