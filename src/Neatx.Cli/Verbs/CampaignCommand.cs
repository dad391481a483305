using Neatx.Cli.Output;
using Neatx.Cli.Parsing;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign: what raters made, from outside the server.</summary>
internal sealed class CampaignCommand(Screen screen, Interruption interruption) : VerbGroup(
    "campaign",
    "What raters made: how far they are, their ratings in and out, freezing, and whether the log is whole.",
    new CampaignStatusCommand(screen),
    new CampaignExportCommand(screen),
    new CampaignImportCommand(screen),
    new CampaignFreezeCommand(screen),
    new CampaignVerifyCommand(screen, interruption))
{
}
