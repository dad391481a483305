using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Tests.Training.Input;

public sealed class RunInputTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly SmallRun _run = new(images: 20);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Read_GoodFolder_GivesConfigAndImages()
    {
        var (input, mistakes) = RunInput.Read(_run.Write().Folder);
        Assert.Empty(mistakes);
        Assert.Equal(20, input!.Images.Count);
        Assert.Equal(_run.Rows[3].States, input.Images[3].States);
    }

    [Fact]
    public void Read_ManyMistakesOfForm_NamesEachWithItsLine()
    {
        _run.Write();
        var lines = File.ReadAllLines(_run[RunFiles.Config]).ToList();
        Change(lines, "\"epochs\"", "\"epochs\": \"many\",");
        Change(lines, "\"batch_size\"", "\"batch_sise\": 8,");
        Change(lines, "\"architecture\"", "\"architecture\": \"VGG\",");
        File.WriteAllLines(_run[RunFiles.Config], lines);
        var (input, mistakes) = RunInput.Read(_run.Folder);
        Assert.Null(input);
        Assert.Equal(3, mistakes.Count);
        foreach (var word in (string[])["epochs", "batch_sise", "architecture"])
            Assert.Contains(mistakes, mistake => mistake.Message.Contains(word) && mistake.Line == 1 + lines.FindIndex(line => line.Contains($"\"{word}\"")));
    }

    [Fact]
    public void Read_BrokenRules_NamesEachWithItsLine()
    {
        _run.Config = _run.Config with
        {
            Heads = [new Head("one", ["stripe"]), new Head("one", ["square"], Weight: 0)],
            Recipe = _run.Config.Recipe with { LearningRate = 0, EarlyStopping = new EarlyStopping(0), FindingWeights = new Dictionary<string, double> { ["nodule"] = 2 } },
        };
        var (_, mistakes) = RunInput.Read(_run.Write().Folder);
        Assert.Equal(5, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.NotNull(mistake.Line));
        Assert.Contains(mistakes, mistake => mistake.Message.StartsWith("heads[1].name: two heads", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Message.Contains("'nodule'"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_NumberOfARecipe_IsTakenToTheEndsOfItsRangeAndRefusedBeyond(string member)
    {
        var range = RecipeRanges.ByMember[member];
        foreach (var value in (double[])[range.Least, range.Most]) Assert.Empty(With(member, value));
        foreach (var value in (double[])[range.Least - 1, range.Most + 1])
        {
            var mistake = Assert.Single(With(member, value));
            Assert.NotNull(mistake.Line);
            Assert.Contains(range.Bounds, mistake.Message, StringComparison.Ordinal);
            Assert.Contains($"not {value.ToString(CultureInfo.InvariantCulture)}.", mistake.Message, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Numbers => [.. RecipeRanges.ByMember.Keys];

    /// <summary>The mistakes where one number of the recipe is another.</summary>
    private IReadOnlyList<RunMistake> With(string member, double value)
    {
        _run.Config = _run.Config with
        {
            Recipe = _run.Config.Recipe with { EarlyStopping = new EarlyStopping(3), Augmentation = new Augmentation(), FindingWeights = new Dictionary<string, double> { ["stripe"] = 1 } },
        };
        var root = JsonNode.Parse(File.ReadAllText(_run.Write()[RunFiles.Config]))!;
        var path = (member == "finding_weights" ? "finding_weights.stripe" : member).Split('.');
        var owner = path[..^1].Aggregate(root["recipe"]!, (node, step) => node[step]!);
        owner[path[^1]] = RecipeRanges.ByMember[member].IsWhole ? (long)value : value;
        File.WriteAllText(_run[RunFiles.Config], root.ToJsonString(Indented));
        return RunInput.Read(_run.Folder).Mistakes;
    }

    [Fact]
    public void Read_MissingMembers_NamesAll()
    {
        _run.Write();
        File.WriteAllText(_run[RunFiles.Config], """{ "name": "x", "seed": 1 }""");
        var (_, mistakes) = RunInput.Read(_run.Folder);
        Assert.Contains("heads", Assert.Single(mistakes).Message);
        Assert.Contains("images_sha256", mistakes[0].Message);
    }

    [Fact]
    public void Read_AbsentMembers_KeepTheirDefaults()
    {
        _run.Write();
        File.WriteAllText(_run[RunFiles.Config], $$"""
            {
              "name": "x", "seed": 1, "architecture": "Small", "heads": [{ "name": "h", "findings": ["stripe", "square"] }], "recipe": {},
              "image_folder": "../films", "cache_folder": "../cache", "images_sha256": "{{_run.Config.ImagesSha256}}"
            }
            """);
        var config = RunInput.Read(_run.Folder).Input!.Config;
        Assert.Equal((new TrainingRecipe().LearningRate, 512, 1.0), (config.Recipe.LearningRate, config.Preprocessing.Size, config.Heads[0].Weight));
        Assert.True(config.Weights.AreRandom);
    }

    [Fact]
    public void Read_NoJson_NamesTheLine()
    {
        _run.Write();
        File.WriteAllText(_run[RunFiles.Config], "{\n  \"name\": \"x\",\n  oops\n}");
        Assert.Equal(3, Assert.Single(RunInput.Read(_run.Folder).Mistakes).Line);
    }

    [Fact]
    public void Read_ChangedImages_TellsBothHashes()
    {
        _run.Write();
        var before = _run.Config;
        _run.Rows.RemoveAt(0);
        _run.Write();
        File.WriteAllText(_run[RunFiles.Config], File.ReadAllText(_run[RunFiles.Config]).Replace(_run.Config.ImagesSha256, before.ImagesSha256));
        Assert.Contains(RunInput.Read(_run.Folder).Mistakes, mistake => mistake.File == RunFiles.Images && mistake.Message.Contains(before.ImagesSha256));
    }

    [Fact]
    public void Read_WrongRows_NamesThem()
    {
        _run.Rows[2] = _run.Rows[2] with { Image = _run.Rows[1].Image };
        _run.Rows[3] = _run.Rows[3] with { States = [LabelState.Positive] };
        _run.Rows[5] = _run.Rows[5] with { Certainties = [1.5f, null] };
        _run.Rows[6] = _run.Rows[6] with { Part = "elsewhere" };
        var (_, mistakes) = RunInput.Read(_run.Write().Folder);
        Assert.Contains(mistakes, mistake => mistake.Message.StartsWith("row 3: the image", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Message.StartsWith("row 4: 'states' has 1 values", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Message.StartsWith("row 6: 'certainties' holds 1.5", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Message.Contains("patient 'p3' has images in 'train' and in 'elsewhere'"));
    }

    [Fact]
    public void Read_FindingWithoutPositives_SaysSo()
    {
        for (var row = 0; row < _run.Rows.Count; row++)
            _run.Rows[row] = _run.Rows[row] with { States = [LabelState.Negative, _run.Rows[row].States[1]] };
        Assert.Contains("'stripe' has 0 positive", Assert.Single(RunInput.Read(_run.Write().Folder).Mistakes).Message);
    }

    [Fact]
    public void Read_EarlyStoppingOnValidationOfOneState_SaysSo()
    {
        _run.Config = _run.Config with { Recipe = _run.Config.Recipe with { EarlyStopping = new EarlyStopping(3) } };
        for (var row = 0; row < _run.Rows.Count; row++)
            if (_run.Rows[row].Part == "validation") _run.Rows[row] = _run.Rows[row] with { States = [LabelState.Negative, row % 2 == 0 ? LabelState.Uncertain : LabelState.Positive] };
        Assert.Contains("no finding has positive and negative images", Assert.Single(RunInput.Read(_run.Write().Folder).Mistakes).Message, StringComparison.Ordinal);

        // One finding with both states is enough.
        var first = _run.Rows.FindIndex(row => row.Part == "validation");
        _run.Rows[first] = _run.Rows[first] with { States = [LabelState.Positive, LabelState.Missing] };
        Assert.Empty(RunInput.Read(_run.Write().Folder).Mistakes);
    }

    [Fact]
    public void Read_EarlyStoppingWithoutValidation_SaysSo()
    {
        _run.Config = _run.Config with { Recipe = _run.Config.Recipe with { EarlyStopping = new EarlyStopping(3) } };
        for (var row = 0; row < _run.Rows.Count; row++)
            if (_run.Rows[row].Part == "validation") _run.Rows[row] = _run.Rows[row] with { Part = "test" };
        Assert.Contains("validation", Assert.Single(RunInput.Read(_run.Write().Folder).Mistakes).Message);
    }

    private static void Change(List<string> lines, string what, string line) => lines[lines.FindIndex(each => each.Contains(what))] = line;
}
