using System.Runtime.InteropServices;
using TorchSharp;

namespace Neatx.Learning.Native;

/// <summary>A switch of libtorch that TorchSharp does not have: a method of at::Context, by the name that g++ gives it.</summary>
internal static class TorchSwitches
{
    /// <summary>NNPACK does not know many processors and says so on stderr at every convolution.</summary>
    public static void UseNnpack(bool value) => Set("_ZN2at7Context20setUserEnabledNNPACKEb", value);

    private static unsafe void Set(string method, bool value)
    {
        var library = NativeLibrary.Load("torch_cpu", typeof(torch).Assembly, searchPath: null);
        var context = ((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "_ZN2at13globalContextEv"))();
        ((delegate* unmanaged<void*, byte, void>)NativeLibrary.GetExport(library, method))(context, value ? (byte)1 : (byte)0);
    }
}
