using System.Diagnostics;
using Neatx.Core.Training;

namespace Neatx.Imaging.Tests;

/// <summary>Another process that prepares films into a cache: this program, told by its environment to do that and nothing else.</summary>
public sealed class CacheWriter
{
    private const string Films = "NEATX_TEST_FILMS", Cache = "NEATX_TEST_CACHE";

    public static PreprocessingOptions Options { get; } = new() { Size = 128 };

    /// <summary>Does nothing unless started by <see cref="Start"/>.</summary>
    [Fact]
    public void Write_StartedAsAChild_PreparesAll()
    {
        if (Environment.GetEnvironmentVariable(Films) is not { } films) return;
        var paths = Directory.GetFiles(films).Order(StringComparer.Ordinal).ToArray();
        var images = new PreparedImages(Options, Environment.GetEnvironmentVariable(Cache));
        foreach (var result in images.PrepareAll(paths, cancellation: TestContext.Current.CancellationToken))
            Console.WriteLine($"prepared {result.Path}");
    }

    /// <summary>Starts the child; it writes a line for each film.</summary>
    public static Process Start(string films, string cache)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Neatx.Imaging.Tests"), ["-noLogo", "-class", typeof(CacheWriter).FullName!])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        (start.Environment[Films], start.Environment[Cache]) = (films, cache);
        return Process.Start(start)!;
    }
}
