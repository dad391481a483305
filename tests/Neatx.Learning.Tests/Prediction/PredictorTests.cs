using Neatx.Imaging;
using Neatx.Learning.Inference;
using Neatx.Learning.Prediction;

namespace Neatx.Learning.Tests.Prediction;

public sealed class PredictorTests : IDisposable
{
    private readonly TrainedRun _run = new();
    private readonly DetectorModel _model;

    public PredictorTests() => _model = RunDetector.Read(_run.Folder, new ThresholdChoice());

    private string Journal => _run["labels.csv.progress"];

    private IReadOnlyList<ImageItem> Items => new ImageFolder(_run.ImageFolder).All();

    [Fact]
    public void Score_Folder_GivesTheScoresOfTheNetwork()
    {
        var outcomes = Score(Items);
        Assert.Equal(_run.Films.Select(Path.GetFileName), outcomes.Select(each => each.Image));
        using var engine = new OnnxEngine(_model.Onnx, new EngineOptions { Threads = 1, Batch = 1 });
        foreach (var (outcome, path) in outcomes.Zip(_run.Films))
        {
            var scores = new float[3];
            engine.Run([new PreparedImages(_model.Card.Preprocessing).Prepare(path).Image!], scores);
            Assert.Equal(scores, outcome.Scores);
        }
    }

    [Fact]
    public void Score_FileThatIsNoFilm_IsRefusedWithItsReason()
    {
        File.WriteAllText(_run.Films[1], "no film");
        var outcomes = Score([.. Items, new ImageItem("absent", _run["absent.png"])]);
        Assert.Equal([false, true, false, false, false, true], outcomes.Select(each => each.IsRefused));
        Assert.Equal("Missing", outcomes[5].Reason);
        Assert.NotEmpty(outcomes[1].Detail!);
    }

    [Fact]
    public void Score_AfterAStop_GoesOnWhereItWas()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Predict(Items, progress => StopAt(progress, 3), stop.Token));
        var done = new List<int>();
        var outcomes = Predict(Items, progress => done.Add(progress.Done), TestContext.Current.CancellationToken);
        // Batches of two: the third image had been decoded and not scored.
        Assert.Equal([2, 3, 4, 5], done);
        File.Delete(Journal);
        Assert.Equal(Scores(Score(Items)), Scores(outcomes));

        void StopAt(PredictionProgress progress, int images)
        {
            if (progress.Done == images) stop.Cancel();
        }
    }

    [Fact]
    public void Score_JournalCutAnywhere_GivesTheSame()
    {
        var expected = Scores(Score(Items));
        var whole = File.ReadAllBytes(Journal);
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(Journal, whole[..length]);
            Assert.Equal(expected, Scores(Score(Items)));
            Assert.Equal(whole.Length, new FileInfo(Journal).Length);
        }
    }

    [Fact]
    public void Score_JournalOfAnotherModel_BeginsAnew()
    {
        Score(Items);
        using var other = new TrainedRun();
        var journal = File.ReadAllText(Journal);
        File.WriteAllText(Journal, journal.Replace(journal[20..30], "0000000000", StringComparison.Ordinal));
        var done = new List<int>();
        Predict(Items, progress => done.Add(progress.Done), TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2, 3, 4, 5], done);
    }

    [Fact]
    public void Score_FileChangedSince_IsScoredAgain()
    {
        var before = Score(Items);
        File.Copy(_run.Films[0], _run.Films[3], overwrite: true);
        var after = Score(Items);
        Assert.NotEqual(before[3].Scores, after[3].Scores);
        Assert.Equal(after[0].Scores, after[3].Scores);
    }

    [Fact]
    public void Score_JournalInUse_SaysSo()
    {
        Score(Items);
        using var held = new FileStream(Journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("is being written by another", Assert.Throws<NeatxException>(() => Score(Items)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private static float[] Scores(IReadOnlyList<ImageOutcome> outcomes) => [.. outcomes.SelectMany(each => each.Scores!)];

    private IReadOnlyList<ImageOutcome> Score(IReadOnlyList<ImageItem> items) => Predict(items, null, TestContext.Current.CancellationToken);

    private IReadOnlyList<ImageOutcome> Predict(IReadOnlyList<ImageItem> items, Action<PredictionProgress>? progress, CancellationToken cancellation) =>
        new Predictor(_model, new EngineOptions { Threads = 1, Batch = 2 }, TimeProvider.System).Score(items, Journal, progress, cancellation);
}
