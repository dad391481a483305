using Neatx.Learning.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Training;

/// <summary>Where a run is computed.</summary>
/// <param name="Device">Of tensors.</param>
/// <param name="Torch">What was loaded, and how.</param>
internal sealed record TrainingDevice(Device Device, TorchDescription Torch)
{
    /// <param name="name">"cpu" or "cuda".</param>
    /// <param name="threads">Of libtorch, for the whole process.</param>
    /// <exception cref="NeatxException">There is no graphics card that this build of libtorch can use.</exception>
    public static TrainingDevice Of(string name, int threads)
    {
        var torch = TorchRuntime.Start(threads);
        if (name == "cpu") return new TrainingDevice(new Device(DeviceType.CPU), torch);
        // Read when the card is first used; without it its products of matrices may not repeat.
        if (OperatingSystem.IsLinux()) NativeEnvironment.SetDefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
        if (!cuda_is_available())
        {
            throw new NeatxException(
                "--device cuda: this build of libtorch finds no graphics card. It comes for processors only; docs/guide/training.md, 'Graphics cards', says how to put the CUDA build "
                + "in its place. Without one, leave --device out.");
        }

        // The same run gives the same bytes on the same card, and what a processor gives but for the order of sums: 32 bits are 32 bits.
        TorchSwitches.UseRepeatableCudnn(true);
        backends.cuda.matmul.allow_tf32 = false;
        backends.cudnn.allow_tf32 = false;
        return new TrainingDevice(new Device(DeviceType.CUDA), torch);
    }
}
