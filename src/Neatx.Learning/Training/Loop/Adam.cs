using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// Adam (Kingma and Ba 2015) as torch.optim computes it, with its defaults: betas .9 and .999, epsilon 1e-8, no decay. Our own, because its
/// moments are part of a checkpoint and TorchSharp's take parameters of modules only. Every scalar is a field or a local that is disposed: one that TorchSharp makes by
/// itself, for a number or a default, may be collected while libtorch still reads it.
/// </summary>
internal sealed class Adam : IDisposable
{
    private const double Beta1 = .9, Beta2 = .999, Epsilon = 1e-8;

    private readonly IReadOnlyList<Tensor> _parameters;
    private readonly Scalar _decay1 = Beta1, _decay2 = Beta2, _share1 = 1 - Beta1, _share2 = 1 - Beta2, _epsilon = Epsilon, _one = 1.0;

    /// <param name="parameters">Stay the property of the caller.</param>
    public Adam(IReadOnlyList<Tensor> parameters)
    {
        _parameters = parameters;
        Means = [.. parameters.Select(each => zeros_like(each).DetachFromDisposeScope())];
        Squares = [.. parameters.Select(each => zeros_like(each).DetachFromDisposeScope())];
    }

    /// <summary>The running means of gradients, one for each parameter.</summary>
    public IReadOnlyList<Tensor> Means { get; }

    /// <summary>The running means of squared gradients.</summary>
    public IReadOnlyList<Tensor> Squares { get; }

    /// <summary>Steps so far.</summary>
    public long Steps { get; set; }

    /// <summary>Moves the parameters by their gradients, and clears those.</summary>
    /// <param name="learningRate">Above 0.</param>
    public void Step(double learningRate)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        Steps++;
        var (bias1, bias2) = (1 - Math.Pow(Beta1, Steps), 1 - Math.Pow(Beta2, Steps));
        using Scalar size = -learningRate / bias1, root = 1 / Math.Sqrt(bias2);
        for (var index = 0; index < _parameters.Count; index++)
        {
            // A parameter that nothing of the loss depends on has none.
            if (_parameters[index].grad is not { } gradient) continue;
            Means[index].mul_(_decay1).add_(gradient, _share1);
            Squares[index].mul_(_decay2).addcmul_(gradient, gradient, _share2);
            _parameters[index].addcdiv_(Means[index], Squares[index].sqrt().mul_(root).add_(_epsilon, _one), size);
            gradient.zero_();
        }
    }

    public void Dispose()
    {
        foreach (var each in Means.Concat(Squares)) each.Dispose();
        foreach (var each in (Scalar[])[_decay1, _decay2, _share1, _share2, _epsilon, _one]) each.Dispose();
    }
}
