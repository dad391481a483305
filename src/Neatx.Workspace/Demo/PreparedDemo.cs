using System.Diagnostics;
using Neatx.Workspace.Demo.Films;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Demo;

/// <summary>A protocol and its simulated data, ready to run.</summary>
/// <param name="Protocol">The protocol file.</param>
/// <param name="DataRoot">The folder with the label tables.</param>
public sealed record PreparedDemo(string Protocol, string DataRoot)
{
    /// <summary>The folder of the films, below the data.</summary>
    private const string Films = "films";

    private const string Yaml = "demo.yaml";
    private const string Guideline = "demo_guideline.md";

    /// <summary>
    /// Puts the demo's protocol, its tables and its films into <paramref name="folder"/> ("demo.yaml", "data/" and "data/films/"). Tables and films
    /// that are there already, made with the same options by the same code, are kept.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped; what was made stands.</exception>
    public static PreparedDemo In(string folder, DemoOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var prepared = new PreparedDemo(Path.Combine(folder, "demo.yaml"), Path.Combine(folder, "data"));
        var reused = DemoStamp.Holds(prepared.DataRoot, options);
        if (!reused) DemoStamp.Write(prepared.DataRoot, options, DemoData.Write(prepared.DataRoot, options));
        AtomicFile.Write(prepared.Protocol, stream => Copy(Yaml, stream));
        AtomicFile.Write(Path.Combine(folder, Guideline), stream => Copy(Guideline, stream));
        observer.Finished("demo", "simulated label tables", options.Images + PadChestArchive.ImageCount, watch.Elapsed, reused);
        if (options.Films) MakeFilms(prepared.DataRoot, options, observer, cancellation);
        if (options with { Films = true, FilmSize = new DemoOptions().FilmSize } != new DemoOptions())
            observer.Warn("The demo's claims are stated for its default seed and number of images; with others some of them differ.");
        return prepared;
    }

    /// <summary>Whether a file is the demo's protocol, as this program has it built in.</summary>
    public static bool IsProtocol(string file)
    {
        using var built = new MemoryStream();
        Copy(Yaml, built);
        return new FileInfo(file) is { Exists: true } found && found.Length == built.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(built.GetBuffer().AsSpan(0, (int)built.Length));
    }

    /// <summary>The films that the raters saw.</summary>
    private static void MakeFilms(string data, DemoOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var orders = DemoFilms.Of(new TubeCampaign(new PadChestArchive(options), options), options);
        var made = new FilmFolder(Path.Combine(data, Films), options.FilmSize).Make(orders, observer, cancellation);
        observer.Finished("demo", "phantom films", orders.Count, watch.Elapsed, made == 0);
    }

    private static void Copy(string name, Stream stream)
    {
        using var resource = typeof(PreparedDemo).Assembly.GetManifestResourceStream($"Neatx.Workspace.Demo.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        resource.CopyTo(stream);
    }
}
