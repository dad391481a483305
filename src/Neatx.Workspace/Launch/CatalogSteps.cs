using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that reads datasets, label sets and ratings.</summary>
internal sealed class CatalogSteps(RunState run)
{
    public void Make()
    {
        foreach (var definition in run.Protocol.Datasets) Make(definition);
        foreach (var definition in run.Protocol.Ratings) Make(definition);
        foreach (var definition in run.Protocol.LabelSets) Make(definition);
    }

    private void Make(DatasetDefinition definition)
    {
        var key = Files(Key("catalog", definition.Name, definition with { Images = null }, RunJson.Default.DatasetDefinition), definition.Table);
        var made = Table("catalog", definition.Name, key, RunJson.Default.TableSummary, () => DatasetStage.Build(definition, run.Catalog, run.Session.Token), summary => summary);
        if (made.Unavailable is { } reason) run.Data.AddUnavailable(definition.Name, reason);
    }

    private void Make(RatingsDefinition definition)
    {
        var key = Files(Key("labels", definition.Name, definition, RunJson.Default.RatingsDefinition), definition.Table);
        if (definition.Dataset is { } dataset) run.After(key, dataset);
        var made = Table("labels", definition.Name, key, RunJson.Default.TableSummary, () => RatingsTable.Build(definition, DatasetOf(definition.Dataset), run.Catalog, run.Session.Token), summary => summary);
        if (made.Unavailable is { } reason) run.Data.AddUnavailable(definition.Name, reason);
        else run.Data.Add(new RatingsSource(definition.Name, made.Data!, made.Raters, made.Findings, definition.States));
    }

    private void Make(LabelSetDefinition definition)
    {
        var key = run.After(Key("labels", definition.Name, definition, RunJson.Default.LabelSetDefinition), definition.Dataset);
        foreach (var table in new[] { definition.Table, definition.ImageMap?.Table }.OfType<TableSource>()) Files(key, table);
        var set = default(LabelSetResult);
        Table("labels", definition.Name, key, RunJson.Default.LabelSetResult, () => Read(definition), made => (set = made).Table);
        run.LabelSets.Add(set!.LabelSet);
        if (set.LabelSet.Unavailable is { } reason) run.Data.AddUnavailable(definition.Name, reason);
        else run.Data.Add(ComparedSide.LabelSet(definition.Name, definition.Title, set.LabelSet.Data!, [.. set.LabelSet.Findings.Select(each => each.Finding)]));
    }

    private LabelSetResult Read(LabelSetDefinition definition)
    {
        var dataset = run.Protocol.Datasets.First(each => each.Name == definition.Dataset);
        var (table, labels) = LabelSetTable.Build(definition, dataset, DatasetOf(definition.Dataset)!, run.Catalog, run.Session.Token);
        return new LabelSetResult(table, labels);
    }

    private TableReference? DatasetOf(string? name) => name is null ? null : TableReference.Of(run.Tables.First(table => table.Name == name));

    private StepKey Key<T>(string folder, string name, T definition, JsonTypeInfo<T> form) =>
        run.Key($"{folder}/{name}", definition, form).Add("findings", run.Vocabulary);

    /// <summary>Files count by their content; an optional file that is absent by its absence.</summary>
    private static StepKey Files(StepKey key, TableSource table)
    {
        foreach (var file in table.Files)
        {
            if (table.AbsentFiles.Contains(file, StringComparer.Ordinal)) key.Add("absent", Path.GetFileName(file));
            else key.AddFile("file", file);
        }

        return key;
    }

    private TableSummary Table<T>(string folder, string name, StepKey key, JsonTypeInfo<T> form, Func<T> make, Func<T, TableSummary> summary)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        var step = run.Folder.Step($"{folder}/{name}", key, $"{folder}/{name}.json", form, make, made => [summary(made).Data, summary(made).ProblemFile]);
        var table = summary(step.Value);
        run.Tables.Add(table);
        if (table.Unavailable is null) run.Records.Add(name, step.Record);
        run.Observer.Finished("catalog", table.Unavailable is null ? table.Title : $"{table.Title}: not to be had", table.Unavailable is null ? table.Images : null, watch.Elapsed, step.Reused);
        return table;
    }
}
