using Neatx.Core.Campaign;
using Neatx.Web.People;

namespace Neatx.Web.Api;

/// <summary>Which words a property of a request or an answer may hold: the OpenAPI document lists them, so that clients are told of a wrong one when they are built.</summary>
/// <param name="words">All of them.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(params string[] words) : Attribute
{
    /// <param name="kind">CampaignPhase, RaterPhase, CampaignRole, Side or EventKind; of the last, what raters and adjudicators may send.</param>
    public WordsAttribute(Type kind)
        : this(WordsOf(kind))
    {
    }

    public IReadOnlyList<string> Words => words;

    private static string[] WordsOf(Type kind)
    {
        if (kind == typeof(CampaignPhase)) return [.. Enum.GetValues<CampaignPhase>().Select(each => each.Word())];
        if (kind == typeof(RaterPhase)) return [.. Enum.GetValues<RaterPhase>().Select(each => each.Word())];
        if (kind == typeof(CampaignRole)) return [.. Enum.GetValues<CampaignRole>().Select(each => each.Word())];
        if (kind == typeof(EventKind)) return [.. EventKinds.All.Where(EventApi.IsTaken).Select(each => each.Word())];
        throw new ArgumentException($"{kind} has no words.", nameof(kind));
    }
}
