using System.Diagnostics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that combines ratings into label sets.</summary>
internal sealed class LabelSteps(RunState run)
{
    public void Make()
    {
        foreach (var definition in run.Protocol.Consensus) Make(definition);
    }

    private void Make(ConsensusDefinition definition)
    {
        if ((run.Data.WhyNot(definition.Ratings) ?? (definition.Gold is { } needed ? run.Data.WhyNot(needed) : null)) is { } reason)
        {
            run.Data.AddUnavailable(definition.Name, reason);
            run.LabelSets.Add(new LabelSetSummary { Name = definition.Name, Title = definition.Title, Kind = Summaries.Words(definition.Kind), Provenance = definition.Rule, Unavailable = reason });
            return;
        }

        var watch = Stopwatch.StartNew();
        var name = $"labels/{definition.Name}";
        var key = run.After(run.Key(name, definition, RunJson.Default.ConsensusDefinition), definition.Ratings);
        if (definition.Gold is { } gold) run.After(key, gold);
        var made = run.Folder.Step(
            name,
            key,
            $"labels/{definition.Name}.json",
            RunJson.Default.ConsensusResult,
            () => ConsensusStage.Make(definition, run.Data.Ratings(definition.Ratings), definition.Gold is { } anchor ? run.Data.LabelSet(anchor) : null, run.Session),
            result => [result.LabelSet.Data]);
        var set = made.Value.LabelSet;
        run.Records.Add(definition.Name, made.Record);
        run.LabelSets.Add(set);
        run.Data.Add(ComparedSide.LabelSet(set.Name, set.Title, set.Data!, [.. set.Findings.Select(each => each.Finding)]));
        run.Observer.Finished("labels", $"{set.Title} ({definition.Rule})", set.Images, watch.Elapsed, made.Reused);
    }
}
