namespace Neatx.Core.Splits;

/// <summary>How many images each part should end with, given what it has already and cannot give back.</summary>
internal static class PartTargets
{
    /// <summary>
    /// The total by shares. A part that has more than its share already keeps it, and the others share the rest by their shares.
    /// </summary>
    /// <param name="more">How many images are to be handed out.</param>
    /// <param name="shares">The shares of the parts that take any, all positive.</param>
    /// <param name="have">What each of them has.</param>
    public static double[] Of(double more, ReadOnlySpan<double> shares, ReadOnlySpan<double> have)
    {
        var full = new bool[shares.Length];
        var targets = have.ToArray();
        while (true)
        {
            var (total, sum) = (more, 0.0);
            for (var part = 0; part < shares.Length; part++)
            {
                if (full[part]) continue;
                total += have[part];
                sum += shares[part];
            }

            var settled = true;
            for (var part = 0; part < shares.Length; part++)
            {
                if (full[part]) continue;
                targets[part] = total * shares[part] / sum;
                if (targets[part] >= have[part]) continue;
                (targets[part], full[part], settled) = (have[part], true, false);
            }

            if (settled) return targets;
        }
    }
}
