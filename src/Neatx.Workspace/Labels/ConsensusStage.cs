using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Makes a label set from ratings by the rule that the protocol names.</summary>
public static class ConsensusStage
{
    /// <param name="definition">The rule and what it combines.</param>
    /// <param name="source">The ratings.</param>
    /// <param name="gold">The label set that anchors the rule, or null.</param>
    /// <param name="session">Reads and writes Parquet; the label set is written below labels/.</param>
    /// <exception cref="NeatxException">The rule refuses: the ratings do not identify its model.</exception>
    public static ConsensusResult Make(ConsensusDefinition definition, RatingsSource source, ComparedSide? gold, TableSession session)
    {
        var rule = RuleOf(definition);
        var sheet = RatingSheet.Read(session, source);
        var findings = new List<KeyValuePair<string, LabelState[]>>();
        var models = new List<ConsensusModel>();
        var provenance = rule.ToString();
        foreach (var finding in source.Findings)
        {
            var ratings = sheet.Findings[finding];
            var outcome = gold is null || !gold.Findings.Contains(finding, StringComparer.Ordinal)
                ? rule.Resolve(ratings)
                : ((ModelRule)rule).Resolve(ratings, GoldLabels.Read(session, gold, finding, ratings));
            if (!outcome.TryGet(out var labels, out var refusal))
                throw new NeatxException($"The consensus '{definition.Name}' cannot be made for {finding}: {refusal}");
            provenance = outcome.Provenance.ToString();
            findings.Add(new(finding, [.. labels.Items.Select(item => item.State ?? LabelState.Missing)]));
            if (labels.Fit is not null) models.Add(ConsensusModel.Of(finding, labels));
        }

        var data = $"labels/{definition.Name}.parquet";
        LabelSetWriter.Write(session, data, sheet.Images, sheet.Patients, findings);
        var known = sheet.Patients.OfType<string>().Distinct(StringComparer.Ordinal).LongCount();
        return new ConsensusResult(
            new LabelSetSummary
            {
                Name = definition.Name,
                Title = definition.Title,
                Kind = Summaries.Words(definition.Kind),
                Provenance = $"{provenance}; of the ratings '{definition.Ratings}' by {string.Join(", ", source.Raters)}",
                Images = sheet.Images.Count,
                Patients = known == 0 ? null : known,
                Findings = [.. findings.Select(each => StateCounts.Of(each.Key, each.Value))],
                Data = data,
            },
            models);
    }

    private static ConsensusRule RuleOf(ConsensusDefinition definition) => ConsensusRules.TryMake(definition.Rule, definition.Options, out var rule, out var problems)
        ? rule
        : throw new NeatxException($"The consensus '{definition.Name}' has an impossible rule: {string.Join("; ", problems)}.");
}
