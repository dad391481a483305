using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Neatx.Bench.Works;

namespace Neatx.Bench.Peers;

/// <summary>Our side of bench/peers/run: answers "WORK COUNT" lines with the seconds for COUNT runs and the values, as JSON lines.</summary>
internal static class PeerWorker
{
    public static void Serve(string folder, TextReader requests, TextWriter answers)
    {
        var inputs = new InputFolder(folder);
        var loaded = new Dictionary<string, IWork>(StringComparer.Ordinal);
        while (requests.ReadLine() is { } line)
        {
            var request = line.Split(' ');
            if (!loaded.TryGetValue(request[0], out var work)) loaded.Add(request[0], work = inputs.Load(request[0]));
            answers.WriteLine(Measure(work, int.Parse(request[1], CultureInfo.InvariantCulture)));
            answers.Flush();
        }
    }

    private static string Measure(IWork work, int count)
    {
        IReadOnlyList<double> values = [];
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < count; run++) values = work.Run();
        return JsonSerializer.Serialize(new { seconds = watch.Elapsed.TotalSeconds, values });
    }
}
