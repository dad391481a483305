using TorchSharp;

namespace Neatx.Learning.Native;

/// <summary>Loads libtorch once, with what this machine needs.</summary>
public static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static bool _started;

    /// <summary>Starts with one thread where nobody started it before.</summary>
    internal static void EnsureStarted()
    {
        lock (Gate)
        {
            if (_started) return;
            torch.InitializeDeviceType(DeviceType.CPU);
            torch.set_num_threads(1);
            _started = true;
        }
    }
}
