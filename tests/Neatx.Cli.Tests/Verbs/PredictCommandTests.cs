using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx export and neatx predict on a run that neatx train made.</summary>
public sealed class PredictCommandTests : VerbTests
{
    public PredictCommandTests() => TrainedFolder.CopyTo(Scratch.Folder);

    [Fact]
    public void Export_TrainedRun_WritesADetectorThatScoresAsTrainingDid()
    {
        var exported = Neatx("export", "run", "--out", "detector.onnx");
        Assert.Equal((0, ""), (exported.Code, exported.Error));
        Assert.Contains("trained on simulated images", exported.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("cardiomegaly: positive from 0.", exported.Output, StringComparison.Ordinal);
        Assert.Contains("Wrote detector.onnx", exported.Output, StringComparison.Ordinal);

        var predicted = Neatx("predict", "detector.onnx", "--images", "films", "--out", "labels.csv");
        Assert.True(predicted.Code == 0, predicted.Error);
        Assert.Contains("Wrote labels.csv, labels.parquet and labels.json.", predicted.Output, StringComparison.Ordinal);
        var scores = ScoresOfTraining();
        var lines = File.ReadAllLines(Scratch["labels.csv"]);
        Assert.Equal("image,cardiomegaly,cardiomegaly_score,effusion,effusion_score", lines[0]);
        Assert.Equal(scores.Count / 2, lines.Length - 1);
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            Assert.Equal(scores[(cells[0], "cardiomegaly")], double.Parse(cells[2], CultureInfo.InvariantCulture), 1e-5);
            Assert.Equal(scores[(cells[0], "effusion")], double.Parse(cells[4], CultureInfo.InvariantCulture), 1e-5);
        }
    }

    [Fact]
    public void Predict_RunFolderAgainAndWithMoreThreads_GivesTheSameBytes()
    {
        var written = new List<string>();
        foreach (var threads in (string[])["1", "2", "2"])
        {
            var ended = Neatx("predict", "run", "--images", "films", "--out", "out/labels.csv", "--threads", threads);
            Assert.True(ended.Code == 0, ended.Error);
            written.Add(string.Join('\n', Directory.EnumerateFiles(Scratch["out"]).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {FileHash.Of(file)}")));
        }

        Assert.Equal(["labels.csv", "labels.json", "labels.parquet", "labels.refused.csv"], written[0].Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Single(written.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Predict_Table_ScoresWhatItNamesAndListsWhatIsMissing()
    {
        var film = Path.GetFileName(Directory.EnumerateFiles(Scratch["films"]).First());
        Scratch.Write("list.csv", $"id,Image Index\n1,{film}\n2,absent.png\n3,{film}\n");
        var ended = Neatx("predict", "run", "--images", "films", "--table", "list.csv", "--image-column", "Image Index");
        Assert.True(ended.Code == 0, ended.Error);
        Assert.Contains("1 image could not be used; labels.refused.csv says why.", ended.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(Scratch["labels.csv"]).Length);
        Assert.StartsWith("absent.png,Missing,", File.ReadAllLines(Scratch["labels.refused.csv"])[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_LabelSet_IsReadByAProtocol()
    {
        Assert.Equal(0, Neatx("predict", "run", "--images", "films", "--threshold", "0.5").Code);
        var images = File.ReadAllLines(Scratch["labels.csv"]).Skip(1).Select(line => line.Split(',')[0]).ToList();
        Scratch.Write("images.csv", $"image,patient\n{string.Concat(images.Select((image, index) => $"{image},p{index}\n"))}");
        Scratch.Write("study.yaml", """
            name: study
            title: A model's labels
            findings: {cardiomegaly: , effusion: }
            datasets:
              films: {title: Films, table: {files: images.csv, format: csv, columns: {image: image, patient: patient}}}
            label_sets:
              model:
                title: The model
                kind: model
                dataset: films
                table:
                  files: labels.csv
                  format: csv
                  columns: {image: image, findings: [cardiomegaly, effusion], values: {positive: positive, negative: negative}}
            """);
        var ended = Neatx("run", "study.yaml", "--out", "out", "--json", "--only", "labels");
        Assert.True(ended.Code == 0, ended.Error);
        var stated = JsonDocument.Parse(File.ReadAllText(Scratch["labels.json"])).RootElement;
        Assert.Equal("0.5: given by the user", stated.GetProperty("detector").GetProperty("thresholds")[0].GetProperty("source").GetString());
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var parquet = Directory.EnumerateFiles(Scratch["out"], "*model*.parquet", SearchOption.AllDirectories).Single();
        command.CommandText = $"SELECT count(*) FILTER (cardiomegaly = 3) FROM read_parquet('{parquet}')";
        Assert.Equal(stated.GetProperty("positive").GetProperty("cardiomegaly").GetInt64(), Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Predict_Always_LeavesLibtorchAlone()
    {
        var loaded = Directory.CreateDirectory(Scratch["loaded"]).FullName;
        var ended = Started.Program(
            Started.Neatx, Scratch.Folder, ["predict", "run", "--images", "films"], [new("LD_DEBUG", "files"), new("LD_DEBUG_OUTPUT", Path.Combine(loaded, "log"))]);
        Assert.Equal(0, ended.Code);
        var log = string.Concat(Directory.EnumerateFiles(loaded).Select(File.ReadAllText));
        Assert.Contains("libonnxruntime", log, StringComparison.Ordinal);
        Assert.DoesNotContain("libtorch", log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Predict_WrongInput_SaysWhatToDo()
    {
        Assert.Contains("Name their folder with --images DIR", Refused("predict", "run"), StringComparison.Ordinal);
        Assert.Contains("there is no folder 'none'", Refused("predict", "run", "--images", "none"), StringComparison.Ordinal);
        Assert.Contains("there is no file 'none.onnx'", Refused("predict", "none.onnx", "--images", "films"), StringComparison.Ordinal);
        Assert.Contains("does not end in .csv", Refused("predict", "run", "--images", "films", "--out", "labels"), StringComparison.Ordinal);
        Assert.Contains("takes a number from 0 to 1", Refused("predict", "run", "--images", "films", "--threshold", "drain=2"), StringComparison.Ordinal);
        Assert.Contains("not both", Refused("export", "run", "--sensitivity", ".9", "--specificity", ".9"), StringComparison.Ordinal);
        Assert.Contains("there is no folder 'none'", Refused("export", "none"), StringComparison.Ordinal);
        Assert.Contains("has no run.json", Refused("export", "films"), StringComparison.Ordinal);
    }

    private Dictionary<(string Image, string Finding), double> ScoresOfTraining()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT image, finding, score FROM read_parquet('{Scratch["run/scores.parquet"]}')";
        using var rows = command.ExecuteReader();
        var scores = new Dictionary<(string, string), double>();
        while (rows.Read()) scores.Add((rows.GetString(0), rows.GetString(1)), rows.GetDouble(2));
        return scores;
    }
}
