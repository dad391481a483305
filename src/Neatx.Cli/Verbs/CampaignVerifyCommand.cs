using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Web.Store;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign verify: follows the hash chain and replays the log.</summary>
internal sealed class CampaignVerifyCommand : Verb
{
    private readonly Interruption _interruption;
    private readonly CampaignPlace _place;

    public CampaignVerifyCommand(Screen screen, Interruption interruption)
        : base("verify", "Follow the chain of the log from its first event, replay it, and compare all that was kept beside it.", screen)
    {
        _interruption = interruption;
        _place = new CampaignPlace(this);
    }

    public override IReadOnlyList<string> Examples => ["./neatx campaign verify out/demo"];

    protected override int Run(ParseResult parsed)
    {
        using var reader = CampaignReader.Open(_place.Of(parsed));
        var verification = CampaignVerification.Of(reader, token: _interruption.Token);
        foreach (var mistake in verification.Mistakes) Screen.Output.WriteLine(mistake);
        if (!verification.IsWhole)
        {
            Screen.Error.WriteLine($"neatx: the campaign is not whole; events 1 to {Words.Count(verification.Events)} are.");
            return ExitCode.CheckFailed;
        }

        Screen.Output.WriteLine($"{Words.Count(verification.Events)} events, whole; the last is {verification.LastHash}");
        return ExitCode.Done;
    }
}
