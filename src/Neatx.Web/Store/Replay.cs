using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>Makes the state from the log on disk.</summary>
internal static class Replay
{
    /// <summary>The state, with what is reserved for whom.</summary>
    /// <exception cref="NeatxException">The log is not whole.</exception>
    public static CampaignState Of(DbConnection connection)
    {
        var state = new CampaignState();
        try
        {
            EventStatements.Replay(connection, state);
            AssignmentStatements.Restore(connection, state);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or System.Text.Json.JsonException or KeyNotFoundException)
        {
            throw new NeatxException($"The log of the campaign is not whole: {error.Message} Put back the last copy of the database that 'neatx campaign verify' finds whole.", error);
        }

        state.Arrange();
        return state;
    }
}
