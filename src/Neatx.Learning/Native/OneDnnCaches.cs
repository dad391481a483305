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
    public static bool AreDescribed
    {
        get
        {
            if (!X86Base.IsSupported) return true;
            if (IsFilled(IntelLeaf)) return true;
            return unchecked((uint)X86Base.CpuId(ExtendedLeaves, 0).Eax >= (uint)AmdLeaf) && IsFilled(AmdLeaf);
        }
    }

    /// <summary>The type of the first cache; 0 says that there is none.</summary>
    private static bool IsFilled(int leaf) => (X86Base.CpuId(leaf, 0).Eax & 0x1F) != 0;
}
