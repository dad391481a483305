using Neatx.Core.Splits;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Splits;

/// <summary>How often one level of a finding, sex, age or view occurs in a part, and by how much that differs from the other parts together.</summary>
public sealed record SplitBalance(
    string Characteristic, string Level, string Part, int Images, Statistic Share, Statistic Difference, Statistic StandardisedDifference)
{
    public static SplitBalance Of(BalanceRow row) =>
        new(row.Characteristic, row.Level, row.Part, row.Images, row.Share, row.Difference, row.StandardisedDifference);
}
