namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// One step of ascent for each parameter of one kind (the abilities, or the log eases), the other kind held. For a parameter t with
/// ratings r, other parameters o and x = alpha beta, its part of the expected log-likelihood is
/// sum_r w_r (s_r x_r - softplus(x_r)) - (t - mean)^2 / (2 sd^2), where s is the probability that the rating is right.
/// </summary>
/// <param name="start">Parameters + 1 offsets into the ratings of each parameter.</param>
/// <param name="order">The ratings in order of their parameter, or null when they are stored so.</param>
/// <param name="other">For each rating, which parameter of the other kind it meets.</param>
/// <param name="onLogEase">True when <paramref name="own"/> are log eases and <paramref name="others"/> abilities.</param>
internal sealed class GladAscent(
    int[] start,
    int[]? order,
    int[] other,
    double[]? weight,
    double[] rightness,
    double[] own,
    double[] others,
    double mean,
    double sd,
    bool onLogEase)
{
    private const int MostHalvings = 30;

    /// <summary>Keeps a step where the surface is flat from running away; further steps may follow.</summary>
    private const double LongestStep = 2;

    /// <summary>A curvature below this is rounding (an ability of 0 says nothing of the item): slope / curvature would be noise.</summary>
    private const double Flat = 1e-12;

    private readonly double _precision = 1 / (sd * sd);

    /// <summary>log(1 + e^x) without overflow.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    public double LogPrior()
    {
        var sum = 0.0;
        if (_precision > 0)
            foreach (var value in own) sum -= .5 * _precision * (value - mean) * (value - mean);
        return sum;
    }

    /// <summary>Moves the parameters from <paramref name="range"/>.First up to and without End.</summary>
    public void Step((int First, int End) range)
    {
        for (var parameter = range.First; parameter < range.End; parameter++)
        {
            if (start[parameter + 1] == start[parameter]) continue;
            var (value, slope, curvature) = Look(parameter, own[parameter]);
            if (curvature < Flat) continue;
            var step = Math.Clamp(slope / curvature, -LongestStep, LongestStep);
            for (var halving = 0; halving < MostHalvings; halving++, step /= 2)
            {
                var moved = own[parameter] + step;
                if (Look(parameter, moved).Value < value) continue;
                own[parameter] = moved;
                break;
            }
        }
    }

    /// <summary>The objective at a point, its derivative, and the expected curvature (minus the Gauss-Newton second derivative).</summary>
    private (double Value, double Slope, double Curvature) Look(int parameter, double at)
    {
        var offset = at - mean;
        var (value, slope, curvature) = (-.5 * _precision * offset * offset, -_precision * offset, _precision);
        var ownFactor = onLogEase ? Math.Exp(at) : at;
        for (var index = start[parameter]; index < start[parameter + 1]; index++)
        {
            var rating = order is null ? index : order[index];
            var factor = onLogEase ? others[other[rating]] : Math.Exp(others[other[rating]]);
            var x = ownFactor * factor;
            var derivative = onLogEase ? x : factor;
            var share = 1 / (1 + Math.Exp(-x));
            var ratingWeight = weight is null ? 1 : weight[rating];
            value += ratingWeight * ((rightness[rating] * x) - Softplus(x));
            slope += ratingWeight * derivative * (rightness[rating] - share);
            curvature += ratingWeight * derivative * derivative * share * (1 - share);
        }

        return (value, slope, curvature);
    }
}
