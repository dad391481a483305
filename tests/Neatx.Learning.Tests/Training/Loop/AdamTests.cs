using Neatx.Learning.Native;
using Neatx.Learning.Training.Loop;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Training.Loop;

public sealed class AdamTests
{
    [Fact]
    public void Step_ManyTimes_MovesAsTorchsOwn()
    {
        TorchRuntime.Start(1);
        using var scope = NewDisposeScope();
        var start = linspace(-1, 1, 12).reshape(3, 4);
        var own = start.clone().requires_grad_(true);
        var theirs = new TorchSharp.Modules.Parameter(start.clone());
        using var adam = new Adam([own]);
        var optimiser = optim.Adam([theirs], 1e-2);
        for (var step = 0; step < 50; step++)
        {
            Loss(own).backward();
            adam.Step(1e-2);
            optimiser.zero_grad();
            Loss(theirs).backward();
            optimiser.step();
        }

        Assert.True(allclose(own, theirs, rtol: 1e-6, atol: 1e-7));
        Assert.False(allclose(own, start));
    }

    private static Tensor Loss(Tensor parameter) => ((parameter * arange(12).reshape(3, 4)) - 3).pow(2).sum();
}
