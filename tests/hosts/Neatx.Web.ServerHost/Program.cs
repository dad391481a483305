using Neatx.Web.Hosting;
using Neatx.Web.ServerHost;
using Neatx.Web.Store;

// ServerHost sqlite|postgresql CONNECTION FOLDER json|simple: serves with a log of that form, and says its address, its links and a blank line.
// ServerHost sqlite|postgresql CONNECTION FOLDER: serves the campaign over HTTP until it is killed.
// It says "warm" when the program has served once, from a campaign of its own, and so is compiled; waits for a line on its input; and says its
// address when it serves.
var location = args[0] == "sqlite" ? StoreLocation.Sqlite(args[1]) : StoreLocation.PostgreSql(args[1]);
if (args.Length > 3)
{
    await CampaignHost.Run(
        KilledCampaign.Options(location, args[2]) with { IsTerminal = args[3] == "simple" },
        start => Console.WriteLine(string.Join('\n', [start.Urls[0], .. start.Links.Select(link => link.Path), ""])),
        CancellationToken.None);
    return 0;
}

// In the run folder, which is gone after the test even where this program is killed while it warms up.
var own = Directory.CreateDirectory(Path.Combine(args[2], FormattableString.Invariant($"warm-{Environment.ProcessId}"))).FullName;
using (var stop = new CancellationTokenSource())
{
    await CampaignHost.Run(KilledCampaign.Options(StoreLocation.Sqlite(Path.Combine(own, StoreLocation.FileName)), own), _ => stop.Cancel(), stop.Token);
}

Directory.Delete(own, recursive: true);
Console.WriteLine("warm");
if (Console.ReadLine() is null) return 0;
await CampaignHost.Run(KilledCampaign.Options(location, args[2]), start => Console.WriteLine(start.Urls[0]), CancellationToken.None);
return 0;
