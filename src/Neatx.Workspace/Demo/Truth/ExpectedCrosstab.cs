namespace Neatx.Workspace.Demo.Truth;

/// <summary>
/// The crosstab that a simulation implies for two sources which are independent given the images: the sum over the images of the
/// products of their chances. Its kappa is what the kappa of the drawn labels scatters around (up to terms of order 1/n).
/// </summary>
internal sealed class ExpectedCrosstab
{
    private double _bothNegative;
    private double _onlyB;
    private double _onlyA;
    private double _bothPositive;

    /// <summary>Adds one image.</summary>
    public ExpectedCrosstab Add(AnswerChances a, AnswerChances b)
    {
        _bothNegative += a.Negative * b.Negative;
        _onlyB += a.Negative * b.Positive;
        _onlyA += a.Positive * b.Negative;
        _bothPositive += a.Positive * b.Positive;
        return this;
    }

    /// <summary>Cohen's kappa (1960), or null where one category is all that is expected.</summary>
    public double? Kappa()
    {
        var total = _bothNegative + _onlyB + _onlyA + _bothPositive;
        var disagreed = (_onlyA + _onlyB) / total;
        var (positiveA, positiveB) = ((_onlyA + _bothPositive) / total, (_onlyB + _bothPositive) / total);
        var expected = (positiveA * (1 - positiveB)) + ((1 - positiveA) * positiveB);
        return expected > 0 ? 1 - (disagreed / expected) : null;
    }
}
