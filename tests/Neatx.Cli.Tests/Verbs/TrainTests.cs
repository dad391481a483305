using System.Diagnostics;
using System.Text.Json;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Learning.Tests.Training;
using Neatx.Learning.Training;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>The program itself, killed, interrupted, and without room on the disk.</summary>
public sealed class TrainTests : IDisposable
{
    private static readonly string[] Hashed = [RunFiles.Model, RunFiles.Scores, RunFiles.Metrics];

    private readonly SmallRun _run = new(images: 40);

    public TrainTests() => _run.Recipe(recipe => recipe with { Epochs = 12 });

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Train_KilledAtSeveralMoments_ContinuesToTheSameBytes()
    {
        var whole = Unbroken();
        _run.Anew("killed");
        var random = new RandomStream(20261126);
        var kills = 0;
        while (kills < 5)
        {
            using var process = StartTraining("--save-every", "0");
            // Killed as it comes: while it starts, after some epochs, between two writes, while it scores.
            var lines = CountLines() + random.NextInt(5);
            while (!process.HasExited && CountLines() < lines) process.WaitForExit(1);
            if (process.WaitForExit(random.NextInt(120))) break;
            process.Kill();
            process.WaitForExit();
            kills++;
        }

        Assert.True(kills >= 2, $"The run ended before it could be killed more than {kills} times.");
        Assert.Equal(0, Started.NeatxIn(_run.Folder, "train", ".").Code);
        Assert.Equal(whole, Hashes());
        Assert.Equal(RunStatus.Done, StateFile.Read(_run.Folder).Status);
        Assert.Empty(Directory.GetFiles(_run.Folder, ".*"));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Train_Interrupted_SavesSaysHowToGoOnAndContinuesToTheSameBytes(string signal, int code)
    {
        var whole = Unbroken();
        _run.Anew("interrupted");
        using (var process = StartTraining())
        {
            while (!process.HasExited && CountLines() < 2) process.WaitForExit(1);
            Started.Program("kill", _run.Folder, [$"-{signal}", $"{process.Id}"]);
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(code, process.ExitCode);
            Assert.Contains($"go on with: neatx train {_run.Folder}", error, StringComparison.Ordinal);
        }

        Assert.Equal(RunStatus.Interrupted, StateFile.Read(_run.Folder).Status);
        Assert.Equal(0, Started.NeatxIn(_run.Folder, "train", _run.Folder).Code);
        Assert.Equal(whole, Hashes());
    }

    [Fact]
    public void Train_NoRoomForACheckpoint_SaysSoAndLeavesNothingHalfWritten()
    {
        _run.Write();
        // A limit on the size of files stands for a full disk: no test needs to be root.
        var ended = Started.Program(
            "bash", _run.Folder, ["-c", $"trap '' XFSZ; ulimit -f 60; exec {Started.Neatx} train . --save-every 0"], [new("DOTNET_EnableWriteXorExecute", "0")]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("a file cannot be written", ended.Error, StringComparison.Ordinal);
        Assert.Contains("run the same command again", ended.Error, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Failed, StateFile.Read(_run.Folder).Status);
        Assert.False(File.Exists(_run[RunFiles.Model]));
        Assert.Empty(Directory.GetFiles(_run.Folder, "*.tmp"));
        Assert.Equal(0, Started.NeatxIn(_run.Folder, "train", ".").Code);
    }

    [Fact]
    public void Train_FolderOfRuns_TrainsAllAndNamesTheOneThatFails()
    {
        var sweep = Path.GetDirectoryName(_run.Write().Folder)!;
        _run.Anew("second");
        _run.Recipe(recipe => recipe with { LearningRate = -1 });
        _run.Anew("third");
        var ended = Started.NeatxIn(sweep, "train", ".");
        Assert.Equal(3, ended.Code);
        Assert.Equal(3, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("1 of 3 training runs failed", ended.Error, StringComparison.Ordinal);
        Assert.Contains("learning_rate", ended.Error, StringComparison.Ordinal);
        var again = Started.NeatxIn(sweep, "train", ".", "--json");
        using var json = JsonDocument.Parse(again.Output);
        Assert.Equal(["Done", "Done", "Failed"], json.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("state").GetProperty("status").GetString()));
        Assert.Contains("unchanged", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Json_PrintsTheState()
    {
        _run.Recipe(recipe => recipe with { Epochs = 1 });
        var ended = Started.NeatxIn(_run.Write().Folder, "train", ".", "--json");
        using var json = JsonDocument.Parse(ended.Output);
        Assert.Equal("Done", json.RootElement.GetProperty("status").GetString());
        Assert.Contains("epoch 1/1: loss", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_FolderWithoutARun_SaysWhatARunFolderHolds()
    {
        var ended = Started.NeatxIn(_run.Folder, "train", ".");
        Assert.Equal(2, ended.Code);
        Assert.Contains("run.json", ended.Error, StringComparison.Ordinal);
    }

    private string[] Unbroken()
    {
        Assert.Equal(0, Started.NeatxIn(_run.Write().Folder, "train", ".").Code);
        return Hashes();
    }

    private string[] Hashes() => [.. Hashed.Select(file => FileHash.Of(_run[file]))];

    private Process StartTraining(params IEnumerable<string> arguments)
    {
        // Whatever the tests were started with: a signal that their parent ignores would be ignored by the run as well.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM", Started.Neatx, "train", _run.Folder, .. arguments]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        return Process.Start(start)!;
    }

    private int CountLines() => File.Exists(_run[RunFiles.Metrics]) ? File.ReadLines(_run[RunFiles.Metrics]).Count() : 0;
}
