using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Neatx.Core.Training;
using Neatx.Workspace.Images;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>
/// The stage that trains. A run stands when its folder holds what was asked for and is done; the others are trained, or go on where they
/// stopped. A run that failed is told of, and tried again the next time.
/// </summary>
internal sealed class TrainingSteps(RunState run, ITrainer trainer, TrainingPlace place)
{
    /// <summary>Prepared films and features, shared by all runs; relative to the run folder.</summary>
    public const string Cache = "cache";

    /// <summary>Stands in results for the folder that file names start from.</summary>
    private const string DataFolder = "DATA_FOLDER";

    public void Make()
    {
        foreach (var definition in run.Protocol.Training) Make(definition);
    }

    private void Make(SweepDefinition definition)
    {
        var watch = Stopwatch.StartNew();
        var sweep = Begin(definition);
        if (WhyNot(definition) is { } reason)
        {
            var told = run.Absent($"training/{definition.Name}", sweep with { Unavailable = reason }, RunJson.Default.SweepResult);
            run.Sweeps.Add(told.Value);
            run.Observer.Finished("training", $"{definition.Title}: not to be had", null, watch.Elapsed, told.Reused);
            run.Observer.Warn($"{definition.Title} was not trained: {OnThisMachine(reason).TrimEnd('.')}.");
            return;
        }

        var split = run.Splits.First(each => each.Name == definition.Split);
        var plans = Planner(definition, split).Make(run.Session);
        var open = plans.Where(plan => !RunFolderFiles.IsDone(plan.Path)).ToList();
        var slots = place.AtOnce ?? TrainingPlace.RunsAtOnce(place.Device, definition.Recipe.Threads);
        var failed = new TrainingQueue(trainer, run.Observer, definition.Title).Train(open, slots, run.Session.Token);
        sweep = sweep with
        {
            Preparation = Films(split).Preparation,
            Images = split.Folds == 0 ? split.Parts.ToDictionary(part => part.Part, part => part.Images, StringComparer.Ordinal) : new Dictionary<string, int>(StringComparer.Ordinal),
            Runs = [.. plans.OrderBy(plan => definition.Models.ToList().IndexOf(plan.Config.Architecture)).ThenBy(plan => plan.Config.Seed).ThenBy(plan => plan.Fold)
                .Select(plan => Result(plan, failed.GetValueOrDefault(plan.Name)))],
        };
        run.Sweeps.Add(sweep);
        var made = failed.Count == 0 ? definition.Title : string.Create(CultureInfo.InvariantCulture, $"{definition.Title}: {failed.Count} of {plans.Count} failed");
        run.Observer.Finished("training", made, plans.Count - failed.Count, watch.Elapsed, reused: open.Count == 0);
    }

    private SweepResult Begin(SweepDefinition definition) => new()
    {
        Name = definition.Name,
        Title = definition.Title,
        Split = definition.Split,
        Labels = [.. definition.Heads.Select(head => head.Labels).Distinct(StringComparer.Ordinal)],
        Findings = definition.Findings,
        Models = [.. definition.Models.Select(ModelWords.Of)],
        Recipe = RecipeWords.Of(definition),
        Variant = definition.Variant.ToString().ToLowerInvariant(),
        Synthetic = run.Protocol.Synthetic,
    };

    private SweepPlanner Planner(SweepDefinition definition, SplitResult split)
    {
        var (dataset, films) = (run.References()[split.Dataset], Films(split));
        var images = new SweepImages(dataset.Data!, films.Data!, run.Data.LabelSet, RatingsBehind, run.Folder.Resolve);
        var preprocessing = run.Protocol.Datasets.First(each => each.Name == split.Dataset).Images!.Preprocessing;
        return new(definition, split, images, new SweepPlaces(run.Folder.Resolve, run.Protocol.DataRoot, preprocessing, films.Digest!, run.Protocol.Synthetic));
    }

    private FilmsResult Films(SplitResult split) => run.Films.First(films => films.Dataset == split.Dataset);

    private Agreement.RatingsSource? RatingsBehind(string labels) =>
        run.Protocol.Consensus.FirstOrDefault(each => each.Name == labels) is { } made && run.Data.Ratings(made.Ratings) is { States: false } source ? source : null;

    private SweepRun Result(RunPlan plan, string? failure)
    {
        var state = RunFolderFiles.State(plan.Path);
        var scores = Path.Combine(plan.Path, RunFiles.Scores);
        return new SweepRun
        {
            Name = plan.Name,
            Model = ModelWords.Of(plan.Config.Architecture),
            Seed = plan.Config.Seed,
            Fold = plan.Fold,
            Start = plan.Config.Weights.Source,
            Status = failure is null ? state.Status : RunStatus.Failed,
            Epochs = state.Epoch,
            BestEpoch = state.BestEpoch,
            BestValidationAuc = state.BestValidationAuc,
            Refused = state.Refused,
            Reason = (failure ?? state.Reason) is { } reason ? WithoutPlaces(reason) : null,
            Engine = state.Engine,
            Curve = RunFolderFiles.Curve(plan.Path),
            Folder = plan.Folder,
            ScoresSha256 = state.Status == RunStatus.Done && File.Exists(scores) ? FileHash.Of(scores) : null,
        };
    }

    /// <summary>Results hold no path of this machine. The longer of the two folders goes first, as one may lie in the other.</summary>
    private string WithoutPlaces(string text) => new[] { (Folder: run.Folder.Path, Name: "."), (Folder: run.Protocol.DataRoot, Name: DataFolder) }
        .OrderByDescending(place => place.Folder.Length)
        .Aggregate(text, (rest, place) =>
        {
            var folder = Path.TrimEndingDirectorySeparator(place.Folder);
            rest = rest.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            return Regex.Replace(rest, $@"{Regex.Escape(folder)}(?![\w-])", place.Name, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        });

    /// <summary>A command that results show with <see cref="DataFolder"/>, to be copied from the terminal.</summary>
    private string OnThisMachine(string text) => text.Replace($"--to {DataFolder}", $"--to {Path.TrimEndingDirectorySeparator(run.Protocol.DataRoot)}", StringComparison.Ordinal);

    /// <summary>A sweep needs its split, its labels, films, and the weights that it names.</summary>
    private string? WhyNot(SweepDefinition definition)
    {
        var split = run.Splits.First(each => each.Name == definition.Split);
        if (split.Unavailable is { } noSplit) return $"its split '{split.Title}': {noSplit}";
        if (definition.Heads.Select(head => (head.Labels, Why: run.Data.WhyNot(head.Labels))).FirstOrDefault(each => each.Why is not null) is { Why: { } noLabels } absent)
            return $"its labels '{run.Titles[absent.Labels]}': {noLabels}";
        if (run.Films.FirstOrDefault(each => each.Dataset == split.Dataset) is not { } films) return $"the dataset '{run.Titles[split.Dataset]}' states no 'images'";
        if (films.Unavailable is { } noFilms) return noFilms;
        var areLeftOut = run.Protocol.Splits.First(each => each.Name == definition.Split).Films;
        if (!areLeftOut && films.NotReady > definition.Recipe.MostRefused * films.Asked)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{films.NotReady:N0} of {films.Asked:N0} films cannot be used ({string.Join(", ", films.Refused.Select(each => $"{each.Value:N0} {each.Key}"))}). "
                + $"Add them, or part only images that have a film ('films: true' in the split '{split.Name}')");
        }

        return definition.Weights.Where(each => definition.Models.Contains(each.Key) && !File.Exists(each.Value)).Select(each =>
            $"the weights {run.Catalog.NameOf(each.Value)} are absent: ./neatx weights pull {ModelWords.Of(each.Key == Architecture.Ours ? Architecture.DenseNet121 : each.Key)} "
            + $"--to {PlaceOf(each.Value)} gets the published ones, and --set training.{definition.Name}.weights=random does without").FirstOrDefault();
    }

    /// <summary>The folder of a file as a command names it, without a path of this machine.</summary>
    private string PlaceOf(string file)
    {
        var folder = Path.GetDirectoryName(run.Catalog.NameOf(file))!;
        return Path.IsPathRooted(folder) ? folder : folder.Length == 0 ? DataFolder : $"{DataFolder}/{folder.Replace('\\', '/')}";
    }
}
