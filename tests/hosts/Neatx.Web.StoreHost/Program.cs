using System.Globalization;
using System.Net.Sockets;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

// StoreHost sqlite|postgresql CONNECTION SOCKET: opens the campaign and answers on a Unix socket, one line a request, until it is killed.
//   RATER ID IMAGE FINDING GRADE  ->  ok ID SEQUENCE   (on disk)  or  no ID CODE
// It says "warm" when the program is loaded, waits for a line on its input, and says "ready" when the campaign is open.
var location = args[0] == "sqlite" ? StoreLocation.Sqlite(args[1]) : StoreLocation.PostgreSql(args[1]);
var socket = args[2];
Console.WriteLine("warm");
if (Console.ReadLine() is null) return 0;

using var store = CampaignStore.Open(location, new StoreOptions { Protocol = EventHash.Zero });
File.Delete(socket);
using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
listener.Bind(new UnixDomainSocketEndPoint(socket));
listener.Listen(64);
Console.WriteLine("ready");
while (true)
{
    var client = await listener.AcceptAsync();
    _ = Task.Run(() => Serve(client));
}

async Task Serve(Socket client)
{
    await using var stream = new NetworkStream(client, ownsSocket: true);
    using var reader = new StreamReader(stream);
    await using var writer = new StreamWriter(stream) { AutoFlush = true };
    while (await reader.ReadLineAsync() is { } line)
    {
        var words = line.Split(' ');
        var request = new EventRequest
        {
            Id = Guid.Parse(words[1]),
            Kind = EventKind.RatingSet,
            Image = int.Parse(words[2], CultureInfo.InvariantCulture),
            Finding = words[3],
            New = words[4],
        };
        var outcome = (await store.Append(new CampaignActor(words[0], CampaignRole.Rater), [request]))[0];
        var answer = outcome.Sequence is { } sequence
            ? string.Create(CultureInfo.InvariantCulture, $"ok {outcome.Id} {sequence}")
            : $"no {outcome.Id} {outcome.Refusal!.Code}";
        await writer.WriteLineAsync(answer);
    }
}
