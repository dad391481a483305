using System.Globalization;
using System.Text.RegularExpressions;
using Neatx.Core.Training;

namespace Neatx.Learning.Training.Input;

/// <summary>What must hold in a run.json whose form is right.</summary>
internal static partial class RunConfigRules
{
    private const int Format = 1;
    private const int LargestSize = 4096;

    /// <summary>The path of each member that breaks a rule, and what was expected and found.</summary>
    public static IEnumerable<(string Path, string Message)> Broken(RunConfig config) =>
        [.. OfRun(config), .. OfWeights(config), .. OfHeads(config), .. OfRecipe(config), .. OfAugmentation(config.Recipe.Augmentation)];

    private static IEnumerable<(string Path, string Message)> OfRun(RunConfig config)
    {
        if (config.Format != Format) yield return ("format", $"this Neatx reads format {Text(Format)}, not {Text(config.Format)}.");
        if (string.IsNullOrWhiteSpace(config.Name)) yield return ("name", "a run has a name, such as \"drains.densenet121.seed1\".");
        var least = config.Architecture == Architecture.InceptionV3 ? 75 : 32;
        if (config.Preprocessing.Size is var size && (size < least || size > LargestSize))
            yield return ("preprocessing.size", $"{config.Architecture} takes images from {Text(least)} to {Text(LargestSize)} pixels wide, not {Text(size)}.");
        if (config.ImageFolder.Length == 0) yield return ("image_folder", "expected the folder that the paths in images.parquet start from.");
        if (config.CacheFolder.Length == 0) yield return ("cache_folder", "expected a folder for features and prepared images.");
        if (!Hash().IsMatch(config.ImagesSha256)) yield return ("images_sha256", "expected the SHA-256 of images.parquet, 64 lower-case hexadecimal digits.");
    }

    private static IEnumerable<(string Path, string Message)> OfWeights(RunConfig config)
    {
        var (file, hash) = (config.Weights.File, config.Weights.Sha256);
        if (file is null != hash is null) yield return ("weights", "file and sha256 go together: both for a weights file, neither for random initialisation.");
        if (hash is not null && !Hash().IsMatch(hash)) yield return ("weights.sha256", "expected 64 lower-case hexadecimal digits.");
        if (file is not null && config.Architecture == Architecture.Small) yield return ("weights", "the small network has no pretrained weights; start it from random ones.");
    }

    private static IEnumerable<(string Path, string Message)> OfHeads(RunConfig config)
    {
        if (config.Heads.Count == 0) yield return ("heads", "a network has at least one head with at least one finding.");
        var (names, findings) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var index = 0; index < config.Heads.Count; index++)
        {
            var (path, head) = ($"heads[{Text(index)}]", config.Heads[index]);
            if (!HeadName().IsMatch(head.Name)) yield return ($"{path}.name", $"'{head.Name}' becomes part of parameter names; use letters, digits, - and _.");
            if (!names.Add(head.Name)) yield return ($"{path}.name", $"two heads are called '{head.Name}'.");
            if (head.Findings.Count == 0) yield return ($"{path}.findings", "a head has at least one finding.");
            foreach (var finding in head.Findings.Where(finding => !findings.Add(finding))) yield return ($"{path}.findings", $"the finding '{finding}' stands twice.");
            if (!IsPositive(head.Weight)) yield return ($"{path}.weight", $"a head's weight is above 0, not {Text(head.Weight)}.");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfRecipe(RunConfig config)
    {
        var recipe = config.Recipe;
        if (recipe.LearningRate is not (> 0 and < 1e30)) yield return ("recipe.learning_rate", $"expected a number above 0 and below 1e30, not {Text(recipe.LearningRate)}.");
        (string Name, int Value)[] counts = [("epochs", recipe.Epochs), ("batch_size", recipe.BatchSize), ("accumulate", recipe.Accumulate), ("threads", recipe.Threads)];
        foreach (var (name, value) in counts.Where(count => count.Value < 1)) yield return ($"recipe.{name}", $"expected a whole number from 1, not {Text(value)}.");
        if (recipe.Dropout is not (>= 0 and < 1)) yield return ("recipe.dropout", $"expected a share from 0 to below 1, not {Text(recipe.Dropout)}.");
        if (recipe.MostRefused is not (>= 0 and <= 1)) yield return ("recipe.most_refused", $"expected a share from 0 to 1, not {Text(recipe.MostRefused)}.");
        foreach (var (finding, weight) in recipe.FindingWeights)
        {
            if (!config.Findings().Contains(finding, StringComparer.Ordinal))
                yield return ("recipe.finding_weights", $"no head has the finding '{finding}'; there are {string.Join(", ", config.Findings())}.");
            if (!IsPositive(weight)) yield return ("recipe.finding_weights", $"the weight of '{finding}' is above 0, not {Text(weight)}.");
        }

        if (recipe.EarlyStopping is not { } stopping) yield break;
        if (stopping.Patience < 1) yield return ("recipe.early_stopping.patience", $"expected a whole number from 1, not {Text(stopping.Patience)}.");
        if (stopping.MinimumRise is not (>= 0 and < 1)) yield return ("recipe.early_stopping.minimum_rise", $"expected a number from 0 to below 1, not {Text(stopping.MinimumRise)}.");
    }

    private static IEnumerable<(string Path, string Message)> OfAugmentation(Augmentation? augmentation)
    {
        if (augmentation is null) yield break;
        (string Name, double Value, double Most)[] ranges =
        [
            ("rotation", augmentation.Rotation, 180), ("shift", augmentation.Shift, .5), ("scale", augmentation.Scale, .5), ("brightness", augmentation.Brightness, .9),
        ];
        foreach (var (name, value, most) in ranges)
            if (!(value >= 0 && value <= most)) yield return ($"recipe.augmentation.{name}", $"expected a number from 0 to {Text(most)}, not {Text(value)}.");
    }

    private static bool IsPositive(double value) => double.IsFinite(value) && value > 0;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.None, 1000)]
    private static partial Regex HeadName();
}
