using System.Data;
using System.Data.Common;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Web.Store;

/// <summary>The rows of the reference standard.</summary>
internal static class GoldStatements
{
    public static int Put(StoreSession session, IEnumerable<GoldAnswer> answers)
    {
        using var put = new Statement(
            session.Connection,
            session.Transaction,
            "INSERT INTO gold (image, finding, state) VALUES (@p0, @p1, @p2) ON CONFLICT (image, finding) DO UPDATE SET state = excluded.state",
            DbType.Int32,
            DbType.Int32,
            DbType.Int32);
        var count = 0;
        foreach (var answer in answers) count += put.Execute(answer.Image, answer.Finding, (int)answer.State);
        return count;
    }

    public static CampaignGold Read(DbConnection connection, DbTransaction? transaction, CampaignState state)
    {
        if (state.Plan is not { } plan) return CampaignGold.None;
        var states = new Dictionary<int, LabelState[]>();
        using var select = new Statement(connection, transaction, "SELECT image, finding, state FROM gold ORDER BY image, finding");
        using var rows = select.Read();
        while (rows.Read())
        {
            if (!states.TryGetValue(rows.GetInt32(0), out var of)) states.Add(rows.GetInt32(0), of = new LabelState[plan.Findings.Count]);
            of[rows.GetInt32(1)] = (LabelState)rows.GetInt32(2);
        }

        return new CampaignGold(states);
    }
}
