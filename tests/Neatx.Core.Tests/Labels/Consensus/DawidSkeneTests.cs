using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class DawidSkeneTests
{
    [Fact]
    public void Resolve_AnaesthetistsOf1979_GivesThePublishedNumbers()
    {
        var labels = new DawidSkene { Tolerance = 1e-13 }.Resolve(Anaesthetists.Ratings()).Labels!;

        Assert.True(labels.Fit!.Converged);
        Assert.Equal(Anaesthetists.LogLikelihood, labels.Fit.LogLikelihood[^1], 4);
        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(Anaesthetists.Prevalences[k], labels.Fit.Prevalences[k], 4);
            Assert.Equal(Anaesthetists.DiagonalOfObserver1[k], labels.Raters[0].Confusion![k, k]!.Value, 4);
        }
    }
}
