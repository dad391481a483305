using System.Globalization;
using Neatx.Core.Training;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Training;

/// <summary>Makes the runs of a sweep: a folder each, with run.json and images.parquet.</summary>
internal sealed class SweepPlanner(SweepDefinition sweep, SplitResult split, SweepImages images, SweepPlaces places)
{
    /// <summary>The runs, seed after seed and model after model, so that runs side by side seldom need the same features; folders are made and filled.</summary>
    public IReadOnlyList<RunPlan> Make(TableSession session)
    {
        var files = Folds().ToDictionary(fold => fold ?? 0, fold => images.Write(session, sweep, split, fold));
        var plans = new List<RunPlan>();
        foreach (var fold in Folds())
        {
            foreach (var seed in sweep.Seeds)
                foreach (var model in sweep.Models) plans.Add(Plan(model, seed, fold, files[fold ?? 0]));
        }

        foreach (var plan in plans) RunFolderFiles.Prepare(plan, files[plan.Fold ?? 0].Path);
        return plans;
    }

    /// <summary>What a model starts from.</summary>
    private StartWeights Start(Architecture model, string folder) => sweep.Weights.TryGetValue(model, out var file)
        ? new StartWeights(Path.GetFileName(file), From(folder, file), FileHash.Of(file))
        : StartWeights.Random;

    /// <summary>Relative to the run folder: run.json holds no path of this machine, and folders that move together still find each other.</summary>
    private static string From(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private IEnumerable<int?> Folds() => split.Folds == 0 ? [null] : Enumerable.Range(1, split.Folds).Select(fold => (int?)fold);

    private RunPlan Plan(Architecture model, ulong seed, int? fold, RunImagesFile file)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{ModelWords.Of(model)}.seed{seed}{(fold is null ? "" : $".fold{fold}")}");
        var folder = $"training/{sweep.Name}/{name}";
        var path = places.Resolve(folder);
        return new RunPlan(name, fold, folder, path, new RunConfig
        {
            Name = $"{sweep.Name}.{name}",
            Synthetic = places.Synthetic,
            Seed = seed,
            Architecture = model,
            Variant = sweep.Variant,
            Weights = Start(model, path),
            Heads = [.. sweep.Heads.Select(head => new Head(head.Name, head.Findings, head.Weight))],
            Recipe = sweep.Recipe,
            Preprocessing = places.Preprocessing,
            ImageFolder = From(path, places.ImageFolder),
            CacheFolder = From(path, places.Resolve(TrainingSteps.Cache)),
            ImagesSha256 = file.Sha256,
            Provenance = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["labels"] = string.Join(", ", sweep.Heads.Select(head => head.Labels).Distinct(StringComparer.Ordinal)),
                ["split"] = split.Name,
                [RunKey.Films] = places.FilmsDigest,
            },
        });
    }
}
