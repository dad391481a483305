using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>The findings of a campaign: finding to how raters are asked for it. Nothing stands for the defaults.</summary>
internal static class CampaignFindingLanguage
{
    private static readonly TypedKey<string> Title = Key.Optional("title", TextShape.Line, "As the page shows it; left out, its name.");
    private static readonly TypedKey<string> ChoosingKey = Key.Optional("key", TextShape.Word, "The key that chooses it, one digit; left out, its place.");
    private static readonly TypedKey<bool> AsksSide = Key.Defaulted("asks_side", BoolShape.Instance, false, "Whether raters say left, right or both.");

    private static readonly ObjectShape<Func<string, int, CampaignFinding>> Finding = new(
        "asked finding",
        "How raters are asked for a finding.",
        [Title, ChoosingKey, AsksSide],
        fields =>
        {
            var (title, key, asksSide) = (fields.Find(Title), fields.Find(ChoosingKey), fields.Get(AsksSide));
            return (name, index) => new(name, title ?? name, key ?? Place(index), asksSide);
        })
    {
        MayBeNothing = true,
        Check = fields =>
        {
            // Letters are grades and commands of the page.
            if (fields.Find(ChoosingKey) is { } key && (key.Length != 1 || !char.IsAsciiDigit(key[0])))
                fields.Report(ChoosingKey, $"expected one digit, found '{key}'; letters choose grades and commands");
        },
    };

    public static MapShape<Func<string, int, CampaignFinding>> Shape { get; } = new(ReferenceShape.Finding, Finding);

    /// <summary>1 to 9, then 0, and beyond that the number, which no key is: such findings are reached with the arrows.</summary>
    private static string Place(int index) => index == 9 ? "0" : (index + 1).ToString(CultureInfo.InvariantCulture);
}
