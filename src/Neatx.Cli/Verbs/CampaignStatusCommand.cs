using System.CommandLine;
using System.Text.Json;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Web.Exchange;
using Neatx.Web.Store;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign status: how far, and do they agree.</summary>
internal sealed class CampaignStatusCommand : Verb
{
    private readonly CampaignPlace _place;
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Everything, as JSON.");

    public CampaignStatusCommand(Screen screen)
        : base("status", "How far each rater is, and how well they agree; also while the server runs.", screen)
    {
        _place = new CampaignPlace(this);
        Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["./neatx campaign status out/demo", "./neatx campaign status out/demo --json"];

    protected override int Run(ParseResult parsed)
    {
        using var reader = CampaignReader.Open(_place.Of(parsed));
        var status = CampaignStatus.Of(reader);
        if (parsed.GetValue(_json)) Screen.WriteJson(writer => JsonSerializer.Serialize(writer, status, ExchangeJson.Default.CampaignStatus));
        else CampaignText.Write(Screen, status);
        return ExitCode.Done;
    }
}
