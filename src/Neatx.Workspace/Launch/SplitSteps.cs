using System.Diagnostics;
using System.Globalization;
using Neatx.Workspace.Images;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Splits;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that parts images by patient.</summary>
internal sealed class SplitSteps(RunState run)
{
    public void Make()
    {
        foreach (var definition in run.Protocol.Splits) Make(definition);
    }

    private void Make(SplitDefinition definition)
    {
        var watch = Stopwatch.StartNew();
        if (WhyNot(definition) is { } reason)
        {
            var absent = new SplitResult
            {
                Name = definition.Name,
                Title = definition.Title,
                Dataset = DatasetOf(definition),
                Of = [],
                Seed = definition.Seed ?? run.Protocol.Seed,
                Labels = definition.Labels,
                Folds = definition.Folds,
                Unavailable = reason,
            };
            var told = run.Absent($"splits/{definition.Name}", absent, RunJson.Default.SplitResult);
            run.Splits.Add(told.Value);
            run.Observer.Finished("splits", $"{definition.Title}: not to be had", null, watch.Elapsed, told.Reused);
            return;
        }

        var name = $"splits/{definition.Name}";
        var key = run.Key(name, definition, RunJson.Default.SplitDefinition).Add("seed", run.Protocol.Seed.ToString(CultureInfo.InvariantCulture));
        run.After(key, Named(definition).Distinct(StringComparer.Ordinal));
        if (definition.Films) key.Add("films", Films(definition)!.Digest);
        var made = run.Folder.Step(
            name, key, $"{name}.json", RunJson.Default.SplitResult, () => Split(definition), result => [result.Data, result.Csv]);
        run.Splits.Add(made.Value);
        run.Records.Add(name, made.Record);
        run.Observer.Finished("splits", definition.Title, made.Value.Images, watch.Elapsed, made.Reused);
    }

    private SplitResult Split(SplitDefinition definition)
    {
        var tables = run.References();
        var labels = definition.Labels is { } set && run.Data.WhyNot(set) is null ? run.Data.LabelSet(set) : null;
        return SplitStage.Make(
            definition, new SplitSources(tables[DatasetOf(definition)], tables, labels, definition.Films ? Films(definition)!.Data : null), run.Protocol.Seed, run.Session, run.Folder.Resolve);
    }

    private FilmsResult? Films(SplitDefinition definition) => run.Films.FirstOrDefault(films => films.Dataset == DatasetOf(definition));

    private string DatasetOf(SplitDefinition definition) => run.Protocol.DatasetOf(definition.Of[0])!;

    private IEnumerable<string> Named(SplitDefinition definition) =>
        [DatasetOf(definition), .. definition.Of, .. definition.Fixed.Concat(definition.Lists).Select(each => each.Of), .. definition.Labels is { } labels ? [labels] : Array.Empty<string>()];

    /// <summary>A split needs its dataset, one of its tables, its official lists, and the label set that it is to stratify by.</summary>
    private string? WhyNot(SplitDefinition definition)
    {
        var tables = run.References();
        IEnumerable<string> needed = [DatasetOf(definition), .. definition.Lists.Select(list => list.Of), .. definition.Labels is { } labels ? [labels] : Array.Empty<string>()];
        if (needed.FirstOrDefault(name => tables[name].Data is null) is { } absent) return $"it needs '{run.Titles[absent]}': {tables[absent].Unavailable}";
        if (definition.Films && Films(definition) is not { Unavailable: null })
            return $"it parts images that have a film: {Films(definition)?.Unavailable ?? $"the dataset '{run.Titles[DatasetOf(definition)]}' states no 'images'"}";
        return definition.Of.All(name => tables[name].Data is null) ? $"none of its tables is to be had: {tables[definition.Of[0]].Unavailable}" : null;
    }
}
