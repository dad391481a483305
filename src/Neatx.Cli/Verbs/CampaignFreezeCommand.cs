using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Core.Campaign;
using Neatx.Web.Exchange;
using Neatx.Web.Store;

namespace Neatx.Cli.Verbs;

/// <summary>neatx campaign freeze: ends a campaign and writes its tables.</summary>
internal sealed class CampaignFreezeCommand : Verb
{
    private readonly CampaignPlace _place;
    private readonly Option<bool> _endRating = OptionKinds.Switch("--end-rating", "Also where rating is still going on: it ends now, without adjudication.");

    public CampaignFreezeCommand(Screen screen)
        : base("freeze", "End a campaign for good: content hash, read-only, tables that protocols read; the server must be down.", screen)
    {
        _place = new CampaignPlace(this);
        Add(_endRating);
    }

    public override IReadOnlyList<string> Examples => ["./neatx campaign freeze out/demo"];

    protected override int Run(ParseResult parsed)
    {
        var folder = Path.Combine(_place.FolderOf(parsed), CampaignFreeze.Folder);
        using var store = CampaignStore.Open(_place.Of(parsed), new StoreOptions());
        if (parsed.GetValue(_endRating) && store.Read((state, _) => state.Phase) == CampaignPhase.Rating)
        {
            var end = new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.PhaseChanged, New = CampaignPhase.Adjudication.Word() };
            if (store.Append(CampaignActor.System, [end]).GetAwaiter().GetResult()[0].Refusal is { } refusal) throw new NeatxException($"{refusal.Reason} {refusal.WhatToDo}");
        }

        var hash = CampaignFreeze.Run(store, CampaignActor.System, folder).GetAwaiter().GetResult();
        Screen.Output.WriteLine($"frozen as {hash}");
        foreach (var file in CampaignFreeze.Files) Screen.Output.WriteLine(Path.Combine(folder, file));
        return ExitCode.Done;
    }
}
