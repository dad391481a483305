using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>examples: films beside the guideline.</summary>
internal static class CampaignExampleLanguage
{
    private static readonly TypedKey<string> File = Key.Required("file", new FileShape("a film"), "The film.");
    private static readonly TypedKey<string> Caption = Key.Required("caption", TextShape.Line, "What it shows.");
    private static readonly TypedKey<string> Finding = Key.Optional("finding", ReferenceShape.Finding, "The finding it is an example of.");

    public static ObjectShape<CampaignExample> Shape { get; } = new(
        "example film",
        "A film beside the guideline.",
        [File, Caption, Finding],
        fields => new(fields.Get(File), fields.Get(Caption), fields.Find(Finding)));
}
