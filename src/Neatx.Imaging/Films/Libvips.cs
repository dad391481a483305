using NetVips;

namespace Neatx.Imaging.Films;

/// <summary>libvips as films need it: two loaders and no other, one thread an image, nothing remembered.</summary>
internal static class Libvips
{
    private static readonly Lazy<string?> Failure = new(Prepare);

    /// <summary>libvips prints what it finds wrong with an image; the refusal says it. Kept, for native code calls it.</summary>
    private static readonly Log.LogDelegate Silent = static (_, _, _) => { };

    /// <exception cref="NeatxException">libvips is not there for this system.</exception>
    public static void Start()
    {
        if (Failure.Value is { } failure)
            throw new NeatxException(
                $"libvips, which decodes the images, cannot be loaded: {failure} Packages of it come with Neatx for linux-x64, linux-arm64 and osx-arm64; "
                + "elsewhere install libvips 8.15 or newer (https://www.libvips.org/install.html) where the system's loader finds it.");
    }

    private static string? Prepare()
    {
        try
        {
            if (!ModuleInitializer.VipsInitialized) return ModuleInitializer.Exception?.Message ?? "it does not start.";
            Log.SetLogHandler("VIPS", Enums.LogLevelFlags.AllButFatal, Silent);
            NetVips.NetVips.BlockUntrusted = true;
            Operation.Block("VipsForeignLoad", state: true);
            Operation.Block("VipsForeignLoadPng", state: false);
            Operation.Block("VipsForeignLoadJpeg", state: false);
            // A second thread an image costs more than it gives; whoever has many images decodes them side by side.
            NetVips.NetVips.Concurrency = 1;
            Cache.Max = 0;
            return null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or BadImageFormatException)
        {
            return (exception.InnerException ?? exception).Message;
        }
    }
}
