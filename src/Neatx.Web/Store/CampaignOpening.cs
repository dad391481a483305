using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Protocol;

namespace Neatx.Web.Store;

/// <summary>Brings a store in line with its protocol: opens the campaign, adds images that are not there yet, puts the reference standard.</summary>
public static class CampaignOpening
{
    /// <summary>Does what is missing; doing it again changes nothing.</summary>
    /// <param name="store">Open.</param>
    /// <param name="definition">The campaign of the protocol.</param>
    /// <param name="seed">The seed of the protocol.</param>
    /// <param name="source">The images of the protocol.</param>
    /// <returns>How many images were added.</returns>
    /// <exception cref="NeatxException">The protocol asks for other findings than the campaign that is open.</exception>
    public static async Task<int> Run(CampaignStore store, CampaignDefinition definition, ulong seed, CampaignSource source)
    {
        var plan = definition.ToPlan(seed);
        if (plan.Mistake() is { } mistake) throw new NeatxException($"The campaign of the protocol cannot be opened: {mistake}");
        var open = store.Read((state, _) => state.Plan);
        if (open is null) await Put(store, EventKind.CampaignOpened, plan);
        else if (!open.Findings.SequenceEqual(plan.Findings))
            throw new NeatxException($"The protocol asks for other findings than the campaign in {store.Location}. Give the new campaign a run folder of its own (--out).");
        else if (open.ToJson() != plan.ToJson()) await Put(store, EventKind.PlanChanged, plan);

        var added = 0;
        foreach (var pool in source.Images.GroupBy(image => image.Pool))
        {
            added += await store.AddImages(
                CampaignActor.System, pool.Key, pool.Select(image => new NewImage(image.Dataset, image.Name, image.Patient, image.Path, image.Folder)));
        }

        if (added > 0) await PutGold(store, source);
        return added;
    }

    private static async Task Put(CampaignStore store, EventKind kind, CampaignPlan plan)
    {
        var outcome = await store.Append(CampaignActor.System, [new EventRequest { Id = Guid.NewGuid(), Kind = kind, New = plan.ToJson() }]);
        if (outcome[0].Refusal is { } refusal) throw new NeatxException($"{refusal.Reason} {refusal.WhatToDo}");
    }

    private static async Task PutGold(CampaignStore store, CampaignSource source)
    {
        var gold = source.Images.Where(image => image.Gold.Count > 0).ToDictionary(image => (image.Dataset, image.Name), image => image.Gold);
        if (gold.Count == 0) return;
        using var reader = store.OpenReader();
        var answers = new List<GoldAnswer>();
        foreach (var image in reader.Images().Where(image => image.Pool != ImagePool.Main))
        {
            if (!gold.TryGetValue((image.Dataset, image.Name), out var states)) continue;
            for (var finding = 0; finding < states.Count; finding++)
                if (states[finding] != LabelState.Missing) answers.Add(new(image.Number, finding, states[finding]));
        }

        await store.PutGold(answers);
    }
}
