using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Microsoft.ML.OnnxRuntime;

namespace Neatx.Learning.Inference;

/// <summary>
/// What the last bits of a result depend on besides the graph: the runtime's version and the vector instructions it chooses its kernels by.
/// Not among them, as tests show: threads, and how images are put into batches.
/// </summary>
public static class EngineIdentity
{
    /// <summary>For instance "onnxruntime 1.31.1 x64 avx2".</summary>
    public static string Text { get; } = $"onnxruntime {Version()} {Processor()}";

    private static string Version() =>
        typeof(InferenceSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] is { } version
            ? version
            : typeof(InferenceSession).Assembly.GetName().Version!.ToString();

    private static string Processor()
    {
        var level = Avx512F.IsSupported ? "avx512"
            : Fma.IsSupported && Avx2.IsSupported ? "avx2"
            : Avx.IsSupported ? "avx"
            : AdvSimd.IsSupported ? "neon"
            : "plain";
        return $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} {level}";
    }
}
