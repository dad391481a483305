using System.Globalization;
using Neatx.Core.Training;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Training;

/// <summary>A recipe in words.</summary>
internal static class RecipeWords
{
    /// <summary>"neatx-drain: Adam 0.0001, batches of 32, at most 200 epochs, all but the tail frozen". What is weighed in the loss is named with its factor.</summary>
    public static string Of(SweepDefinition definition)
    {
        var recipe = definition.Recipe;
        string[] clauses =
        [
            string.Create(CultureInfo.InvariantCulture, $"Adam {recipe.LearningRate}{(recipe.Schedule == LearningRateSchedule.Cosine ? ", falling along a cosine" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"batches of {recipe.BatchSize}{(recipe.Accumulate > 1 ? $" x {recipe.Accumulate}" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"{(recipe.EarlyStopping is null ? "" : "at most ")}{recipe.Epochs} epochs"),
            recipe.Freeze switch
            {
                FreezePolicy.None => "nothing frozen",
                FreezePolicy.AllButTail => "all but the tail frozen",
                _ => "all but the head frozen",
            },
            .. recipe.EarlyStopping is { } stop ? [string.Create(CultureInfo.InvariantCulture, $"stops after {stop.Patience} epochs without a rise")] : Array.Empty<string>(),
            .. recipe.Augmentation is null ? Array.Empty<string>() : ["augmented"],
            .. recipe.BalancePositives ? ["positives weighed up"] : Array.Empty<string>(),
            .. recipe.SoftLabels ? ["soft labels"] : Array.Empty<string>(),
            .. definition.Models.Contains(Architecture.Ours) ? [string.Create(CultureInfo.InvariantCulture, $"dropout {recipe.Dropout} in Ours")] : Array.Empty<string>(),
            .. definition.Heads.Count > 1 ? [$"heads {string.Join(" + ", definition.Heads.Select(head => Weighed(head.Name, head.Weight)))}"] : Array.Empty<string>(),
            .. definition.Findings.Where(recipe.FindingWeights.ContainsKey).Select(finding => Weighed(finding, recipe.FindingWeights[finding])),
        ];
        return $"{definition.RecipeName}: {string.Join(", ", clauses)}";
    }

    private static string Weighed(string name, double weight) => weight == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} x {weight}");
}
