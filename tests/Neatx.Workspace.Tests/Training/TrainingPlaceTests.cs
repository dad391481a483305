using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Training;

public sealed class TrainingPlaceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1024)]
    public void RunsAtOnce_OnProcessors_LeavesEachRunItsThreads(int threads) =>
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / threads), TrainingPlace.RunsAtOnce("cpu", threads));

    [Fact]
    public void RunsAtOnce_OnACard_IsOne() => Assert.Equal(1, TrainingPlace.RunsAtOnce("cuda", 1));
}
