using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using NetVips;

namespace Neatx.Learning.Tests.Training;

/// <summary>
/// A run folder of a few tiny films: noise, and a bright stripe where the first finding is present, a dark square where the second is.
/// Learnable in seconds from random weights.
/// </summary>
internal sealed class SmallRun : IDisposable
{
    public const string Stripe = "stripe", Square = "square";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("neatx-run-");

    public SmallRun(int images = 60, int size = 32, ulong seed = 1)
    {
        var random = new RandomStream(seed);
        Folder = Directory.CreateDirectory(Path.Combine(_root.FullName, "run")).FullName;
        Directory.CreateDirectory(Path.Combine(_root.FullName, "films"));
        for (var image = 0; image < images; image++)
        {
            var (hasStripe, hasSquare) = (random.NextBool(), random.NextBool());
            WriteFilm(Path.Combine(_root.FullName, "films", Name(image)), size, hasStripe, hasSquare, ref random);
            Rows.Add(new SmallRunRow(Name(image), $"p{image / 2}", Part(image / 2), [State(hasStripe), State(hasSquare)], [null, null]));
        }

        Config = new RunConfig
        {
            Name = "small",
            Synthetic = true,
            Seed = 7,
            Architecture = Architecture.Small,
            Heads = [new Head("findings", [Stripe, Square])],
            Recipe = new TrainingRecipe { Freeze = FreezePolicy.None, LearningRate = 1e-3, Epochs = 3, BatchSize = 8 },
            Preprocessing = new PreprocessingOptions { Size = size, CropBorder = false },
            ImageFolder = "../films",
            CacheFolder = "../cache",
            ImagesSha256 = "",
        };
    }

    public string Folder { get; private set; }

    public List<SmallRunRow> Rows { get; } = [];

    public RunConfig Config { get; set; }

    public string this[string file] => Path.Combine(Folder, file);

    public static string Name(int image) => image.ToString("000", CultureInfo.InvariantCulture) + ".png";

    /// <summary>Changes the recipe; written with the next <see cref="Write"/>.</summary>
    public void Recipe(Func<TrainingRecipe, TrainingRecipe> change) => Config = Config with { Recipe = change(Config.Recipe) };

    /// <summary>Writes run.json and images.parquet as they are now.</summary>
    public SmallRun Write()
    {
        WriteImages(this[RunFiles.Images]);
        Config = Config with { ImagesSha256 = FileHash.Of(this[RunFiles.Images]) };
        File.WriteAllText(this[RunFiles.Config], JsonSerializer.Serialize(Config, TrainingJson.Default.RunConfig));
        return this;
    }

    /// <summary>The same run in another folder beside this one, not trained; later calls of this object mean that.</summary>
    public SmallRun Anew(string name)
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;
        return Write();
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Part(int patient) => (patient % 5) switch { 0 => "validation", 1 => "test", _ => "train" };

    private static LabelState State(bool isPresent) => isPresent ? LabelState.Positive : LabelState.Negative;

    private static void WriteFilm(string path, int size, bool hasStripe, bool hasSquare, ref RandomStream random)
    {
        var pixels = new byte[size * size];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(80 + random.NextInt(60));
        var (column, corner) = (random.NextInt(size - 3), (size / 2) + random.NextInt(size / 4));
        for (var y = 0; y < size && hasStripe; y++)
            for (var x = column; x < column + 3; x++) pixels[(y * size) + x] = 250;
        for (var y = corner; y < corner + (size / 4) && hasSquare; y++)
            for (var x = corner; x < corner + (size / 4); x++) pixels[(y * size) + x] = 10;
        using var film = Image.NewFromMemory(pixels, size, size, 1, Enums.BandFormat.Uchar);
        film.Pngsave(path);
    }

    private void WriteImages(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var rows = Rows.Select(row => FormattableString.Invariant(
            $"('{row.Image}', '{row.Patient}', '{row.Image}', '{row.Part}', [{string.Join(',', row.States.Select(state => (int)state))}]::UTINYINT[], [{string.Join(',', row.Certainties.Select(Text))}]::FLOAT[])"));
        command.CommandText = $"COPY (SELECT * FROM (VALUES {string.Join(',', rows)}) AS t (image, patient, path, part, states, certainties)) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private static string Text(float? certainty) => certainty?.ToString(CultureInfo.InvariantCulture) ?? "NULL";
}
