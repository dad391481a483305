using System.Runtime.Intrinsics.X86;

namespace Neatx.Learning.Native;

/// <summary>
/// What oneDNN asks the processor about its caches. Some virtual machines leave the answer empty; oneDNN divides by the number of cores that share
/// a cache, which is then 0, and the process dies with SIGFPE.
/// </summary>
internal static class OneDnnCaches
{
    private const int IntelLeaf = 4, AmdLeaf = unchecked((int)0x8000001D), ExtendedLeaves = unchecked((int)0x80000000);

    /// <summary>Whether the processor describes its caches; true where it cannot be asked.</summary>
    public static bool AreDescribed => !X86Base.IsSupported || AreDescribedBy(leaf => X86Base.CpuId(leaf, 0).Eax);

    /// <param name="ask">What register EAX holds after CPUID of a leaf, sub-leaf 0. Its low five bits are the type of the first cache; 0 says that there is none.</param>
    internal static bool AreDescribedBy(Func<int, int> ask)
    {
        if ((ask(IntelLeaf) & 0x1F) != 0) return true;
        // AMD's processors leave Intel's leaf empty and have one of their own, if they have so many.
        return unchecked((uint)ask(ExtendedLeaves) >= (uint)AmdLeaf) && (ask(AmdLeaf) & 0x1F) != 0;
    }
}
