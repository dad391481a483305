using System.Text.Json;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Learning.Training;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx run with a sweep of real trainings: stopped, killed, failed, over folds.</summary>
public sealed class SweepTests : VerbTests
{
    [Fact]
    [Trait("Category", "Heavy")]
    public void Run_KilledAtSeveralMoments_ContinuesToTheSameBytes()
    {
        var study = new TubeStudy(Scratch);
        MustWork(study.Run("whole"));
        var random = new RandomStream(20261126);
        var kills = 0;
        while (kills < 4)
        {
            using var process = study.Start("killed");
            var epochs = Epochs(study, "killed") + 1 + random.NextInt(3);
            while (!process.HasExited && Epochs(study, "killed") < epochs) process.WaitForExit(5);
            if (process.HasExited) break;

            // Its runs are killed with it, or outlive it for as long as saving takes: the next begins at once.
            process.Kill(entireProcessTree: kills % 2 == 0);
            process.WaitForExit();
            kills++;
        }

        Assert.True(kills >= 2, $"The sweep ended before it could be killed more than {kills} times.");
        MustWork(study.Run("killed"));
        Assert.Equal(study.Hashes("whole"), study.Hashes("killed"));
        Assert.All(study.Runs("killed"), run => Assert.Empty(Directory.GetFiles(run, ".*")));
    }

    [Fact]
    public void Run_Interrupted_SavesAllRunsAndContinuesToTheSameBytes()
    {
        var study = new TubeStudy(Scratch);
        MustWork(study.Run("whole"));

        // Features, logs and events of real trainings included.
        Assert.Empty(study.FilesThatNameTheirPlace("whole"));
        using (var process = study.Start("stopped"))
        {
            while (!process.HasExited && Epochs(study, "stopped") < 2) process.WaitForExit(5);
            // A terminal tells all of them.
            Started.Program("kill", Scratch.Folder, ["-INT", "--", $"-{process.Id}"]);
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(130, process.ExitCode);
            Assert.Contains("running it again goes on from there", error, StringComparison.Ordinal);
        }

        Assert.All(study.Runs("stopped").Where(run => File.Exists(Path.Combine(run, RunFiles.Metrics))), run => Assert.NotEqual(RunStatus.Running, StateFile.Read(run).Status));
        MustWork(study.Run("stopped"));
        Assert.Equal(study.Hashes("whole"), study.Hashes("stopped"));
    }

    [Fact]
    public void Run_TrainingThatFails_EndsWithItsOwnCodeNamesItAndGoesOnOnceMended()
    {
        var weights = Scratch.Write("weights.pth", "no weights");
        var study = new TubeStudy(Scratch, ("seeds: [1, 2]\n", """
            seeds: [1]
              wild:
                title: Weights that are none
                recipe: small
                options: {epochs: 1}
                models: densenet121
                weights: {densenet121: WEIGHTS}
                labels: truth
                findings: [Chest drain]
                split: patients
                seeds: [5]

            """.Replace("WEIGHTS", weights, StringComparison.Ordinal)), ("models: multi, labels: [nonexp, truth]", "models: [multi, wild], labels: [nonexp, truth]"));
        var ended = study.Run("out");
        Assert.True(ended.Code == 3, ended.Error);
        Assert.Contains("neatx: 1 of 2 training runs failed", ended.Error, StringComparison.Ordinal);
        Assert.Contains("out/training/wild/densenet121.seed5: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("weights.pth' holds no weights", ended.Error, StringComparison.Ordinal);
        Assert.Contains("give the same command again", ended.Error, StringComparison.Ordinal);
        Assert.Contains("report    out/report.html", ended.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(study.Run("out", "--json").Output);
        var models = document.RootElement.GetProperty("evaluation")[0].GetProperty("models");
        Assert.Contains("holds no weights", models[1].GetProperty("unavailable").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, models[0].TryGetProperty("unavailable", out var reason) ? reason.ValueKind : JsonValueKind.Null);

        MustWork(study.Run("out", "--set", "training.wild.models=small", "--set", "training.wild.weights=random"));
    }

    [Fact]
    public void Run_OverFolds_ScoresEveryImageOnceOutsideOfItsTraining()
    {
        var study = new TubeStudy(Scratch, ("parts: {train: .6, validation: .2, test: .2}", "folds: 3"), ("{epochs: 6,", "{epochs: 1,"), ("seeds: [1, 2]", "seeds: [1]"));
        MustWork(study.Run("out"));
        Assert.Equal(["small.seed1.fold1", "small.seed1.fold2", "small.seed1.fold3"], study.Runs("out").Select(Path.GetFileName));
        using var document = JsonDocument.Parse(File.ReadAllText(Scratch["out/results.json"]));
        var cell = document.RootElement.GetProperty("evaluation")[1].GetProperty("cells").EnumerateArray()
            .Single(each => each.GetProperty("labels").GetString() == "truth" && each.GetProperty("finding").GetString() == "Effusion");
        Assert.Equal(40, cell.GetProperty("n").GetInt32());
        Assert.True(document.RootElement.GetProperty("splits")[0].GetProperty("disjoint").GetBoolean());
    }

    private static void MustWork(Ended ended) => Assert.True(ended.Code == 0, ended.Error);

    private static int Epochs(TubeStudy study, string folder) =>
        study.Runs(folder).Select(run => Path.Combine(run, RunFiles.Metrics)).Where(File.Exists).Sum(file => File.ReadLines(file).Count());
}
