using Neatx.Core.Statistics;

namespace Neatx.Web.Tests.Store;

/// <summary>A test in which a program is killed again and again while clients write.</summary>
public abstract class KillTest(PostgreSqlServer server) : StoreTest(server)
{
    /// <summary>Kills each program some milliseconds after something more was acknowledged. On return the clients have stopped.</summary>
    /// <param name="times">How often.</param>
    /// <param name="prepare">Starts a program.</param>
    /// <param name="opened">Hears what each says once it is open.</param>
    /// <param name="clients">Each writes until it is told to stop.</param>
    /// <param name="acknowledged">How much was acknowledged so far.</param>
    private protected static async Task KillAgainAndAgain(
        int times, Func<KilledHost> prepare, Action<string> opened, IEnumerable<Func<CancellationToken, Task>> clients, Func<int> acknowledged)
    {
        using var stop = new CancellationTokenSource();
        var running = clients.Select(client => Task.Run(() => client(stop.Token))).ToList();
        var random = new RandomStream(7);
        var next = prepare();
        for (var time = 0; time < times; time++)
        {
            var host = next;
            opened(host.Open());
            // The next program gets ready while this one works, so that little time is spent on anything but being killed.
            next = prepare();
            var before = acknowledged();
            await Until(() => acknowledged() > before, running);
            await Task.Delay(random.NextInt(60), TestContext.Current.CancellationToken);
            host.Kill();
            host.Dispose();
        }

        next.Dispose();
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private static async Task Until(Func<bool> isSo, List<Task> running)
    {
        while (!isSo())
        {
            if (running.Find(task => task.IsFaulted) is { } failed) await failed;
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
