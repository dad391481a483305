namespace Neatx.Workspace.Protocol.Language;

/// <summary>The rules that resolve ratings.</summary>
internal static class ConsensusRuleNames
{
    public static IReadOnlyList<string> All { get; } = ["same-side", "both-certain", "unanimous", "majority", "dawid-skene", "one-coin", "glad", "mace"];
}
