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
        [.. OfRun(config), .. OfWeights(config), .. OfHeads(config), .. OfRecipe(config)];

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
            if (!RecipeRanges.Weight.Holds(head.Weight)) yield return ($"{path}.weight", $"a head's weight is {RecipeRanges.Weight}, not {Text(head.Weight)}.");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfRecipe(RunConfig config)
    {
        var recipe = config.Recipe;
        (string Member, double Value)[] numbers =
        [
            ("learning_rate", recipe.LearningRate), ("epochs", recipe.Epochs), ("batch_size", recipe.BatchSize), ("accumulate", recipe.Accumulate), ("dropout", recipe.Dropout),
            ("most_refused", recipe.MostRefused), ("threads", recipe.Threads), .. OfEarlyStopping(recipe.EarlyStopping), .. OfAugmentation(recipe.Augmentation),
        ];
        foreach (var (member, value) in numbers)
            if (!RecipeRanges.ByMember[member].Holds(value)) yield return ($"recipe.{member}", $"expected {RecipeRanges.ByMember[member]}, not {Text(value)}.");
        foreach (var (finding, weight) in recipe.FindingWeights)
        {
            if (!config.Findings().Contains(finding, StringComparer.Ordinal))
                yield return ("recipe.finding_weights", $"no head has the finding '{finding}'; there are {string.Join(", ", config.Findings())}.");
            if (!RecipeRanges.Weight.Holds(weight)) yield return ("recipe.finding_weights", $"the weight of '{finding}' is {RecipeRanges.Weight}, not {Text(weight)}.");
        }
    }

    private static IEnumerable<(string Member, double Value)> OfEarlyStopping(EarlyStopping? stopping) =>
        stopping is null ? [] : [("early_stopping.patience", stopping.Patience), ("early_stopping.minimum_rise", stopping.MinimumRise)];

    private static IEnumerable<(string Member, double Value)> OfAugmentation(Augmentation? augmentation) => augmentation is null ? [] :
    [
        ("augmentation.rotation", augmentation.Rotation), ("augmentation.shift", augmentation.Shift),
        ("augmentation.scale", augmentation.Scale), ("augmentation.brightness", augmentation.Brightness),
    ];

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.None, 1000)]
    private static partial Regex HeadName();
}
