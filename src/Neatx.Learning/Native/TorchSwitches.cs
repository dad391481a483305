using System.Runtime.InteropServices;
using TorchSharp;

namespace Neatx.Learning.Native;

/// <summary>Switches of libtorch that TorchSharp does not have: methods of at::Context, by the names that g++ gives them.</summary>
internal static class TorchSwitches
{
    /// <summary>oneDNN computes convolutions faster than libtorch's own code.</summary>
    public static void UseOneDnn(bool value) => Set("_ZN2at7Context20setUserEnabledMkldnnEb", value);

    /// <summary>NNPACK does not know many processors and says so on stderr at every convolution.</summary>
    public static void UseNnpack(bool value) => Set("_ZN2at7Context20setUserEnabledNNPACKEb", value);

    private static unsafe void Set(string method, bool value)
    {
        var library = NativeLibrary.Load("torch_cpu", typeof(torch).Assembly, searchPath: null);
        var context = ((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "_ZN2at13globalContextEv"))();
        ((delegate* unmanaged<void*, byte, void>)NativeLibrary.GetExport(library, method))(context, value ? (byte)1 : (byte)0);
    }
}
