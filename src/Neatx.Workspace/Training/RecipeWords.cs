using System.Globalization;
using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>A recipe in words.</summary>
internal static class RecipeWords
{
    /// <summary>"neatx-drain: Adam 0.0001, batches of 32, at most 200 epochs, all but the tail frozen".</summary>
    public static string Of(string name, TrainingRecipe recipe)
    {
        string[] clauses =
        [
            string.Create(CultureInfo.InvariantCulture, $"Adam {recipe.LearningRate}"),
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
        ];
        return $"{name}: {string.Join(", ", clauses)}";
    }
}
