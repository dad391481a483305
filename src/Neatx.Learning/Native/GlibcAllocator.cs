using System.Runtime.InteropServices;

namespace Neatx.Learning.Native;

/// <summary>
/// Keeps glibc's malloc from giving every large block back to the kernel: by default each tensor is mapped, its pages are faulted in one by one,
/// and it is unmapped, which costs more than the convolutions do. Set for the process, by itself, so that users set nothing.
/// </summary>
internal static partial class GlibcAllocator
{
    /// <summary>M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_MAX and M_ARENA_MAX of malloc.h.</summary>
    private const int TrimThreshold = -1, TopPad = -2, MapMaximum = -4, ArenaMaximum = -8;

    /// <summary>The heap grows by so much at a time.</summary>
    private const int Growth = 64 << 20;

    /// <summary>Blocks that were used stay with the process and are used again. To be called before libtorch is loaded.</summary>
    /// <returns>False where the C library is not glibc: nothing is changed.</returns>
    public static bool KeepBlocks()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            // One arena: the heap of another is bounded to 64 MiB and falls back to mapping. Blocks are few and large, so nobody waits.
            return SetOption(ArenaMaximum, 1) != 0 && SetOption(MapMaximum, 0) != 0 && SetOption(TrimThreshold, -1) != 0 && SetOption(TopPad, Growth) != 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // musl
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
