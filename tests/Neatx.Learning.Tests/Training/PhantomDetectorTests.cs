using DuckDB.NET.Data;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Imaging.Phantom;
using Neatx.Learning.Training;

namespace Neatx.Learning.Tests.Training;

/// <summary>
/// The small network from random weights on 1,000 phantom films of the lowest difficulty, of as many patients: 700 to train, 100 to choose the epoch, 200 to
/// test. It finds drains, and finds nothing where the labels were shuffled.
/// </summary>
[Trait("Category", "Heavy")]
public sealed class PhantomDetectorTests : IDisposable
{
    private const int Films = 1000, Size = 256;

    private static readonly (PhantomFindings Finding, double Share)[] Others =
    [
        (PhantomFindings.NasogastricTube, .3), (PhantomFindings.EndotrachealTube, .2), (PhantomFindings.Pneumothorax, .2), (PhantomFindings.Effusion, .25),
    ];

    private readonly SmallRun _run = new(images: 0);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Train_DrainsOnPhantoms_ReachesAnAucOf95()
    {
        WritePhantoms(shuffled: false);
        var auc = TestAuc(Recipes.ByName[Recipes.Small]);
        Assert.True(auc.Value >= .95, $"AUC {auc.Value} [{auc.Ci?.Low}, {auc.Ci?.High}]");
    }

    [Fact]
    public void Train_ShuffledLabels_LearnsNothing()
    {
        WritePhantoms(shuffled: true);
        var auc = TestAuc(Recipes.ByName[Recipes.Small] with { Epochs = 10 });
        Assert.InRange(.5, auc.Ci!.Low, auc.Ci.High);
    }

    private void WritePhantoms(bool shuffled)
    {
        var random = new RandomStream(1);
        var hasDrain = new bool[Films];
        var scenes = new PhantomScene[Films];
        for (var film = 0; film < Films; film++)
        {
            hasDrain[film] = random.NextBool(.4);
            var findings = hasDrain[film] ? PhantomFindings.ChestDrain : PhantomFindings.None;
            foreach (var (other, share) in Others)
                if (random.NextBool(share)) findings |= other;
            scenes[film] = new PhantomScene { Seed = (ulong)film, Difficulty = 0, Age = 20 + random.NextInt(70), Findings = findings };
        }

        var folder = Path.GetFullPath(Path.Combine(_run.Folder, "../films"));
        Parallel.For(0, Films, film => PhantomFiles.Write(PhantomRenderer.Render(scenes[film], Size), Path.Combine(folder, SmallRun.Name(film))));
        if (shuffled) random.Shuffle<bool>(hasDrain);
        for (var film = 0; film < Films; film++)
        {
            var part = (film % 10) switch { < 7 => "train", 7 => "validation", _ => "test" };
            _run.Rows.Add(new SmallRunRow(SmallRun.Name(film), $"p{film}", part, [hasDrain[film] ? LabelState.Positive : LabelState.Negative], [null]));
        }
    }

    private Statistic TestAuc(TrainingRecipe recipe)
    {
        _run.Config = _run.Config with { Heads = [new Head("tubes", ["drain"])], Recipe = recipe, Preprocessing = new PreprocessingOptions { Size = 128 } };
        TrainingRun.Train(_run.Write().Folder, new TrainingOptions(), new SilentObserver(), TestContext.Current.CancellationToken);
        var states = _run.Rows.ToDictionary(row => row.Image, row => row.States[0] == LabelState.Positive);
        var (positive, scores) = (new List<bool>(), new List<double>());
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT image, score FROM read_parquet('{_run[RunFiles.Scores]}') WHERE part = 'test'";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            positive.Add(states[rows.GetString(0)]);
            scores.Add(rows.GetDouble(1));
        }

        Assert.Equal(200, scores.Count);
        return Auc.Of(new ReferenceStandard([.. positive]).Score("detector", [.. scores]));
    }
}
