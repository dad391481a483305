using System.Data.Common;
using Microsoft.Data.Sqlite;
using Neatx.Core.Campaign;
using Neatx.Web.Store;
using Npgsql;

namespace Neatx.Web.Tests.Store;

/// <summary>A damaged file, a full disk, a database that goes away: a message that says what to do, and nothing acknowledged is lost.</summary>
public sealed class SurroundingsTests(PostgreSqlServer server) : StoreTest(server)
{
    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        var file = Path.Combine(Folder, "campaign.db");
        File.WriteAllText(file, new string('x', 10_000));
        var error = Assert.Throws<NeatxException>(() => CampaignStore.Open(StoreLocation.Sqlite(file), Options));
        Assert.Contains("is damaged or no database of a campaign", error.Message, StringComparison.Ordinal);
        Assert.Contains("Put back its last copy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FileWithBrokenPages_SaysSo()
    {
        var location = NewLocation(StoreProvider.Sqlite);
        using (await Begin(location, Plan(), images: 2000, raters: 2))
        {
        }

        using (var file = File.OpenWrite(location.Connection))
        {
            file.Position = 4096 * 3;
            file.Write(new byte[(int)(file.Length - file.Position)]);
        }

        var error = Assert.Throws<NeatxException>(() => CampaignStore.Open(location, Options));
        Assert.Matches("damaged|not whole", error.Message);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_RowChangedByHand_IsFound(StoreProvider provider)
    {
        var location = NewLocation(provider);
        using (var store = await Begin(location, Plan(), images: 3, raters: 1))
        {
            var item = (await store.Next(Rater(1).User, 1))[0];
            await Taken(store, Rater(1), Rating(item, Tubes[0], "0.75"));
        }

        Execute(location, "UPDATE assignment SET grades = '60' WHERE grades <> '00'");
        Assert.Matches("the table of answers differs from the log", string.Join('\n', Verify(location).Mistakes));
        Execute(location, "UPDATE image SET patient = 'other' WHERE number = 2");
        Assert.Matches("Images 1 to 3 are not those that the log says were added", string.Join('\n', Verify(location).Mistakes));
        Execute(location, "UPDATE event SET new_value = '1' WHERE new_value = '0.75'");
        Assert.Matches(@"^Event \d+ is not what was written", Assert.Single(Verify(location).Mistakes));
        Execute(location, "DELETE FROM event WHERE sequence = 2");
        Assert.Matches("^Event 3 follows event 1", Assert.Single(Verify(location).Mistakes));
    }

    [Fact]
    public async Task Append_DiskFull_IsRefusedAndGoesOnWhenThereIsRoom()
    {
        var location = NewLocation(StoreProvider.Sqlite);
        using var store = await Begin(location, Plan(), images: 50, raters: 1);
        var items = await store.Next(Rater(1).User, 20);
        // SQLite's own limit stands for a full disk: the same error on the same path, without a disk of our own.
        await store.Run(session =>
        {
            using var command = session.Connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";
            return command.ExecuteScalar();
        });
        var sent = new List<EventRequest>();
        StoreException? error = null;
        for (var n = 0; error is null && n < 2000; n++)
        {
            var note = Request(EventKind.NoteSet, new string((char)('a' + (n % 26)), 1900)) with { Image = items[n % items.Count].Image };
            sent.Add(note);
            try
            {
                await Taken(store, Rater(1), note);
            }
            catch (StoreException full)
            {
                error = full;
            }
        }

        Assert.NotNull(error);
        Assert.Contains("is full. Nothing that was acknowledged is lost; free some space and go on.", error.Message, StringComparison.Ordinal);
        // Opened again by itself, without the limit: the same request is taken, and the chain is whole.
        await Taken(store, Rater(1), sent[^1]);
        Assert.Null(store.Problem);
        Assert.Equal(sent.Count, store.Read((state, _) => (int)state.LastSequence) - 5);
        Assert.Empty(Verify(location).Mistakes);
    }

    [Fact]
    public async Task Append_PostgreSqlSessionsEnded_GoesOn()
    {
        var location = NewLocation(StoreProvider.PostgreSql);
        using var store = await Begin(location, Plan(), images: 3, raters: 1);
        var item = (await store.Next(Rater(1).User, 1))[0];
        Execute(location, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'neatx writer' AND datname = current_database()");
        var request = Rating(item, Tubes[0], "1");
        await Assert.ThrowsAsync<StoreException>(() => store.Append(Rater(1), [request]));
        await Taken(store, Rater(1), request);
        Assert.Equal("1", store.Read((state, _) => state.FindRater("user1")!.Find(item.Image, 0)![0].ToString()));
    }

    [Fact]
    public void Open_PostgreSqlThatIsNotThere_SaysWhatToDo()
    {
        var error = Assert.Throws<NeatxException>(() => CampaignStore.Open(StoreLocation.PostgreSql("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=secret;Timeout=2"), Options));
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static CampaignVerification Verify(StoreLocation location)
    {
        using var reader = CampaignReader.Open(location);
        return CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken);
    }

    private static void Execute(StoreLocation location, string sql)
    {
        using DbConnection connection = location.Provider == StoreProvider.Sqlite
            ? new SqliteConnection($"Data Source={location.Connection};Pooling=false")
            : new NpgsqlConnection(location.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
