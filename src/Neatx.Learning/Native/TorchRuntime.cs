using System.Runtime.InteropServices;
using TorchSharp;

namespace Neatx.Learning.Native;

/// <summary>Loads libtorch once, with what this machine needs.</summary>
public static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static IReadOnlyList<string>? _workArounds;

    /// <summary>
    /// Loads libtorch where that has not happened, and sets its threads. Convolutions give the same digits for the same threads only.
    /// </summary>
    /// <param name="threads">At least 1.</param>
    /// <exception cref="TorchMissingException">libtorch cannot be loaded here.</exception>
    public static TorchDescription Start(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        lock (Gate)
        {
            _workArounds ??= Load();
            torch.set_num_threads(threads);
            return new TorchDescription(torch.__version__, threads, _workArounds);
        }
    }

    /// <summary>Loads libtorch, with one thread, where nobody started it before.</summary>
    internal static void EnsureStarted()
    {
        lock (Gate)
        {
            if (_workArounds is null) Start(1);
        }
    }

    private static List<string> Load()
    {
        var workArounds = new List<string>();
        // Before libtorch is there: its first blocks decide how malloc goes on.
        if (GlibcAllocator.KeepBlocks()) workArounds.Add("malloc keeps large blocks");
        // Threads that wait for one another spin for a moment instead of a millisecond: on a busy machine, or beside other runs, that is five times faster.
        if (OperatingSystem.IsLinux()) NativeEnvironment.SetDefault("GOMP_SPINCOUNT", "1000");
        // A third slower than with all that the processor has, and faster than without oneDNN.
        if (OperatingSystem.IsLinux() && !OneDnnCaches.AreDescribed)
            workArounds.Add($"oneDNN is held to {NativeEnvironment.SetDefault("ONEDNN_MAX_CPU_ISA", "AVX")}, because the processor does not describe its caches");
        try
        {
            NativeLibrary.Load("LibTorchSharp", typeof(torch).Assembly, searchPath: null);
            torch.InitializeDeviceType(DeviceType.CPU);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException or NotSupportedException or TypeInitializationException)
        {
            throw new TorchMissingException(Explain(failure.Message), failure);
        }

        TorchSwitches.UseNnpack(false);
        return workArounds;
    }

    private static string Explain(string reason)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return $"Training needs libtorch, which Neatx brings along for Linux on x86_64 only; this is {RuntimeInformation.RuntimeIdentifier}. Train on a Linux machine or cluster; everything else runs here.";
        if (reason.Contains("GLIBCXX", StringComparison.Ordinal))
            return "libtorch needs a newer C++ library than this system has. Build Neatx on this system (./neatx does), or publish it with -p:NeatxWeakenTorch=true.";
        return $"libtorch cannot be loaded. Build again with ./neatx, and see that the folder has all its files. The loader said: {reason}";
    }
}
