namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>From joint log-probabilities of an item and each class to the posterior of the classes.</summary>
internal static class LogPosterior
{
    /// <summary>
    /// Turns log p(class, ratings) into p(class | ratings) in place; an anchored item keeps its class.
    /// </summary>
    /// <returns>The log-likelihood of the item: log of the sum over classes, or of the anchored class alone.</returns>
    public static double Normalize(Span<double> logJoint, int anchor)
    {
        if (anchor != ObservedRatings.None)
        {
            var anchored = logJoint[anchor];
            logJoint.Clear();
            logJoint[anchor] = 1;
            return anchored;
        }

        var largest = logJoint[0];
        foreach (var value in logJoint) largest = Math.Max(largest, value);
        var sum = 0.0;
        foreach (ref var value in logJoint)
        {
            value = Math.Exp(value - largest);
            sum += value;
        }

        foreach (ref var value in logJoint) value /= sum;
        return largest + Math.Log(sum);
    }
}
