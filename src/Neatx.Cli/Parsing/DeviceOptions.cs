using System.CommandLine;

namespace Neatx.Cli.Parsing;

/// <summary>Where training is computed and how many runs at once: options of <c>neatx train</c> and of what starts it.</summary>
internal static class DeviceOptions
{
    private static readonly string[] Devices = ["cpu", "cuda"];

    /// <summary>"cpu" unless given.</summary>
    public static Option<string?> Device() => OptionKinds.Word("--device", Devices, "cpu", "Where networks are trained; cuda needs the CUDA build of libtorch.");

    public static Option<int?> AtOnce() => OptionKinds.WholeOrNone("--at-once", 1, "Runs trained at the same time. Default: processors / threads of a run; with cuda 1.");
}
