using System.Runtime.InteropServices;
using TorchSharp;

namespace Neatx.Learning.Native;

/// <summary>Switches of libtorch that TorchSharp does not have: methods of at::Context, by the names that g++ gives them.</summary>
internal static class TorchSwitches
{
    /// <summary>NNPACK does not know many processors and says so on stderr at every convolution.</summary>
    public static void UseNnpack(bool value) => Set("_ZN2at7Context20setUserEnabledNNPACKEb", value);

    /// <summary>Of several ways that a graphics card has for the same convolution, only those that give the same bits every time.</summary>
    public static void UseRepeatableCudnn(bool value) => Set("_ZN2at7Context21setDeterministicCuDNNEb", value);

    private static unsafe void Set(string method, bool value)
    {
        var library = NativeLibrary.Load("torch_cpu", typeof(torch).Assembly, searchPath: null);
        var context = ((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "_ZN2at13globalContextEv"))();
        ((delegate* unmanaged<void*, byte, void>)NativeLibrary.GetExport(library, method))(context, value ? (byte)1 : (byte)0);
    }
}
