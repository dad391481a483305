using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Workspace.Labels;

/// <summary>Combines the ratings of a file into one label an item, without a protocol.</summary>
public static class RatingsConsensus
{
    /// <summary>Labels every item by the rule; where the file has reference labels they anchor it.</summary>
    /// <exception cref="NeatxException">The rule refuses, takes no reference, or a reference label is not among the categories.</exception>
    public static ConsensusOutcome Resolve(RatingsFile file, AnswerScale scale, ConsensusRule rule)
    {
        if (file.Texts.Count == 0) throw new NeatxException($"{file.Name} holds no rating: every cell that could hold one is blank.");
        var table = TableOf(file, scale);
        if (file.ReferenceOfItem is not { } references) return rule.Resolve(table);
        return rule is ModelRule model
            ? model.Resolve(table, ReferenceLabels.Of(table, Known(file, scale, references)))
            : throw new NeatxException($"the rule '{rule.Name}' looks at ratings alone and takes no reference labels; "
                + $"those that do are {string.Join(", ", ConsensusRules.All.OfType<ModelRule>().Select(known => known.Name))}.");
    }

    private static RatingTable TableOf(RatingsFile file, AnswerScale scale)
    {
        var builder = new RatingTableBuilder(scale.IsCertainty ? RatingScale.Certainty : RatingScale.Nominal(scale.Categories));
        foreach (var item in file.Items) builder.Item(item);
        foreach (var rater in file.Raters) builder.Rater(rater);
        for (var item = 0; item < file.Items.Count; item++)
        {
            foreach (var rating in file.RatingsOf(item))
            {
                if (scale.CategoryOf(rating.Text) is { } category) builder.Add(item, rating.Rater, category);
                else builder.AddInvalid(file.Items[item], file.Raters[rating.Rater]);
            }
        }

        return builder.Build();
    }

    private static List<KeyValuePair<string, string>> Known(RatingsFile file, AnswerScale scale, IReadOnlyList<RatingText?> references)
    {
        var known = new List<KeyValuePair<string, string>>();
        for (var item = 0; item < references.Count; item++)
        {
            if (references[item] is not { } reference) continue;
            var label = scale.LabelNamed(reference.Text) ?? throw new NeatxException(
                $"{reference.Place}: the reference label '{reference.Text}' is none of {string.Join(", ", scale.Categories)}. "
                + "Correct the cell; if no rater happened to give this category, state all categories.");
            known.Add(new(file.Items[item], label));
        }

        return known;
    }
}
