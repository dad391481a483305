using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Training;

public sealed class TrainingPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1024)]
    public void RunsAtOnce_OnProcessors_LeavesEachRunItsThreads(int threads) =>
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / threads), TrainingPlace.RunsAtOnce("cpu", threads));

    [Fact]
    public void RunsAtOnce_OnACard_IsOne() => Assert.Equal(1, TrainingPlace.RunsAtOnce("cuda", 1));

    [Fact]
    public void Trainer_OfADevice_PassesItOn()
    {
        var program = Path.Combine(_folder, "neatx");
        File.WriteAllText(program, "#!/bin/sh\necho \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Null(new NeatxTrainer(program, "cuda").Train(_folder, workers: 3, TestContext.Current.CancellationToken));
        Assert.Equal($"train {_folder} --device cuda --until-input-ends --workers 3\n", File.ReadAllText(Path.Combine(_folder, NeatxTrainer.LogFile)));
    }
}
