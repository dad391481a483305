using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Core.Training;

namespace Neatx.Learning.Training.Input;

/// <summary>What the images of a run must have for its recipe to make sense.</summary>
internal static class TrainingRules
{
    public static void Check(RunConfig config, IReadOnlyList<RunImage> images, List<RunMistake> mistakes)
    {
        var parts = images.CountBy(image => image.Part, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        if (!parts.ContainsKey(RunParts.Train))
        {
            Add($"there is no image of the part '{RunParts.Train}'; there are {string.Join(", ", parts.Select(part => FormattableString.Invariant($"{part.Key} ({part.Value})")))}.");
            return;
        }

        if (config.Recipe.EarlyStopping is not null && !parts.ContainsKey(RunParts.Validation))
            Add($"the recipe stops early by the AUC of the part '{RunParts.Validation}', of which there is no image. Add such a part, or take early_stopping (in a protocol: patience) out of {RunFiles.Config}.");
        var findings = config.Findings();
        if (config.Recipe.EarlyStopping is not null && parts.ContainsKey(RunParts.Validation) && !Enumerable.Range(0, findings.Count).Any(HasAuc))
            Add($"the recipe stops early by the AUC of the part '{RunParts.Validation}', but there no finding has positive and negative images. Take early_stopping (in a protocol: patience) out of {RunFiles.Config}, or give another split.");
        for (var finding = 0; finding < findings.Count; finding++)
        {
            var states = images.Where(image => image.Part == RunParts.Train).CountBy(image => image.States[finding]).ToDictionary();
            var (positives, negatives) = (states.GetValueOrDefault(LabelState.Positive), states.GetValueOrDefault(LabelState.Negative));
            if (positives > 0 && negatives > 0) continue;
            Add(string.Create(
                CultureInfo.InvariantCulture,
                $"'{findings[finding]}' has {positives} positive and {negatives} negative images in the part '{RunParts.Train}'; learning it takes both. ")
                + "Take the finding out of the run, or give it another label set or split.");
        }

        bool HasAuc(int finding)
        {
            var states = images.Where(image => image.Part == RunParts.Validation).Select(image => image.States[finding]).ToHashSet();
            return states.Contains(LabelState.Positive) && states.Contains(LabelState.Negative);
        }

        void Add(string message) => mistakes.Add(new RunMistake(RunFiles.Images, null, message));
    }
}
