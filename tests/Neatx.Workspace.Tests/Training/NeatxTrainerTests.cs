using Neatx.Core.Training;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Training;

/// <summary>How a training process ends, and what is told of it; scripts stand in for neatx.</summary>
public sealed class NeatxTrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-trainer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Train_ProcessThatEndsWell_IsDoneAndItsWordsAreKept()
    {
        Assert.Null(Train("echo trained; echo warned >&2"));
        Assert.Equal(["trained", "warned"], File.ReadAllLines(Path.Combine(_folder, NeatxTrainer.LogFile)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Train_ProcessThatIsKilled_SaysThatMemoryMayHaveRunOut() =>
        Assert.StartsWith("its process was killed, as a system does that runs out of memory.", Train("echo epoch 1/3; kill -9 $$"), StringComparison.Ordinal);

    [Fact]
    public void Train_ProcessThatFails_TellsTheReasonOfItsState() =>
        Assert.Equal("The loss is not a number.", Train($$"""echo '{"status":"Failed","reason":"The loss is not a number."}' > "$2/{{RunFiles.State}}"; exit 2"""));

    [Fact]
    public void Train_ProcessThatBreaks_TellsItsLastWords() =>
        Assert.Equal("its process ended with code 70: something went wrong", Train("echo something went wrong >&2; exit 70"));

    [Fact]
    public void Train_ForACard_SaysSo()
    {
        Assert.Null(Train("echo $1 $3 $4", "cuda"));
        Assert.Equal(["train --device cuda"], File.ReadAllLines(Path.Combine(_folder, NeatxTrainer.LogFile)));
    }

    private string? Train(string script, string device = "cpu")
    {
        var program = Path.Combine(_folder, "program");
        File.WriteAllText(program, $"#!/bin/bash\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new NeatxTrainer(program, device).Train(_folder, workers: 1, TestContext.Current.CancellationToken);
    }
}
