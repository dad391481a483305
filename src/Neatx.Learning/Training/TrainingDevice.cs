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
        if (!cuda_is_available())
        {
            throw new NeatxException(
                "--device cuda: this build of libtorch finds no graphics card. It comes for processors only; docs/guide/training.md, 'Graphics cards', says how to put the CUDA build "
                + "in its place. Without one, leave --device out.");
        }

        return new TrainingDevice(new Device(DeviceType.CUDA), torch);
    }
}
