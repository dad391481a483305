namespace Neatx.Core.Evaluation;

/// <summary>Scores as whole numbers in the same order, so that they sort by their digits. -0 and 0 are one score.</summary>
internal static class ScoreKey
{
    private const ulong Sign = 1UL << 63;

    /// <summary>The key of a score that is not NaN.</summary>
    public static ulong Of(double score)
    {
        // Adding +0 turns -0 into +0. Negative numbers grow with their bits downwards, so theirs are all turned over.
        var bits = BitConverter.DoubleToUInt64Bits(score + 0.0);
        return bits ^ ((ulong)((long)bits >> 63) | Sign);
    }

    public static double ToScore(ulong key) => BitConverter.UInt64BitsToDouble((key & Sign) != 0 ? key ^ Sign : ~key);
}
