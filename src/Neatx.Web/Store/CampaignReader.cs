using System.Data.Common;
using Neatx.Core.Campaign;
using Neatx.Web.Exchange;

namespace Neatx.Web.Store;

/// <summary>Reads a campaign from disk, beside a server that works on it or without one. Changes nothing. One thread at a time.</summary>
public sealed class CampaignReader : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly DbConnection _connection;

    private CampaignReader(StoreDatabase database, DbConnection connection) => (_database, _connection) = (database, connection);

    /// <exception cref="NeatxException">There is no campaign there, or it cannot be read.</exception>
    public static CampaignReader Open(StoreLocation location)
    {
        var database = StoreDatabase.Of(location);
        var connection = database.OpenReader();
        try
        {
            if (Migrator.Applied(connection) != Migrator.All[^1].Number)
                throw new NeatxException($"{location} has another form than this program knows. Start the server of this version on it once.");
            return new CampaignReader(database, connection);
        }
        catch (DbException error)
        {
            connection.Dispose();
            throw new NeatxException(database.Explain(error), error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal DbConnection Connection => _connection;

    /// <summary>The log in order, one event in memory at a time.</summary>
    /// <param name="from">The first sequence.</param>
    /// <param name="to">The last sequence.</param>
    public IEnumerable<CampaignEvent> Events(long from = 1, long to = int.MaxValue) => EventStatements.Read(_connection, from, to);

    /// <summary>The events of some kinds in order, without the hashes of those before them.</summary>
    public IEnumerable<CampaignEvent> Events(EventKind first, EventKind last) => EventStatements.Read(_connection, first, last);

    /// <summary>What exports need to know beside the answers.</summary>
    public CampaignOutline Outline() => new(Events(EventKind.CampaignOpened, EventKind.PlanChanged).Concat(Events(EventKind.CampaignFrozen, EventKind.CampaignFrozen)));

    /// <summary>Images by number, one in memory at a time.</summary>
    public IEnumerable<StoredImage> Images(int from = 1, int to = int.MaxValue) => ImageStatements.Read(_connection, from, to);

    /// <summary>Until disposed, all that is read is of one moment, whatever a server writes meanwhile.</summary>
    public IDisposable BeginSnapshot() => new Snapshot(_connection, _database.BeginSnapshot);

    /// <summary>The patient of each image as a number from 0, image 1 first: what patients are resampled by.</summary>
    public IReadOnlyList<int> Patients()
    {
        var numbers = new Dictionary<(string Dataset, string Patient), int>();
        var patients = new List<int>();
        foreach (var image in Images())
        {
            if (!numbers.TryGetValue((image.Dataset, image.Patient), out var number)) numbers.Add((image.Dataset, image.Patient), number = numbers.Count);
            patients.Add(number);
        }

        return patients;
    }

    /// <summary>The reference standard.</summary>
    public CampaignGold Gold(CampaignState state) => GoldStatements.Read(_connection, null, state);

    /// <summary>An image, or null.</summary>
    public StoredImage? Image(int number) => Images(number, number).FirstOrDefault();

    /// <summary>The state as the log has it now.</summary>
    /// <exception cref="NeatxException">The log is not whole.</exception>
    public CampaignState State()
    {
        try
        {
            return Replay.Of(_connection);
        }
        catch (DbException error)
        {
            throw new NeatxException(_database.Explain(error), error);
        }
    }

    public void Dispose() => _connection.Dispose();
}
