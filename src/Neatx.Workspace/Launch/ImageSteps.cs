using System.Diagnostics;
using Neatx.Imaging;
using Neatx.Workspace.Images;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that looks at films: which are there, and which can be used.</summary>
internal sealed class ImageSteps(RunState run)
{
    public void Make()
    {
        foreach (var definition in run.Protocol.Datasets.Where(dataset => dataset.Images is not null)) Make(definition);
    }

    private void Make(DatasetDefinition definition)
    {
        var watch = Stopwatch.StartNew();
        if (WhyNot(definition) is { } reason)
        {
            var absent = new FilmsResult { Dataset = definition.Name, Title = definition.Title, Unavailable = reason, Preparation = Preparation.Words(definition.Images!.Preprocessing) };
            var told = run.Absent($"images/{definition.Name}", absent, RunJson.Default.FilmsResult);
            run.Films.Add(told.Value);
            run.Observer.Finished("images", $"Films of {definition.Title}: not to be had", null, watch.Elapsed, told.Reused);
            return;
        }

        var (names, references) = (Named(definition.Name), run.References());
        var places = FilmFinder.Find(definition.Images!, references[definition.Name], [.. names.Select(name => references[name].Data).OfType<string>()], run.Session);
        var name = $"images/{definition.Name}";
        var key = run.Key(name, definition.Images!, RunJson.Default.FilmSource).Add("preparation", $"{Preprocessor.Version:D}");
        run.After(key, [definition.Name, .. names]);

        // A film is told by its name, size and time: tens of gigabytes are not read again at every run.
        foreach (var place in places) key.Add(place.Image, place.Stamp);
        var made = run.Folder.Step(
            name,
            key,
            $"{name}.json",
            RunJson.Default.FilmsResult,
            () => new FilmStage(run.Catalog, run.Session, run.Folder.Resolve(TrainingSteps.Cache)).Make(definition, places),
            result => [result.Data, result.ProblemFile, result.DuplicateFile]);
        run.Films.Add(made.Value);
        run.Records.Add(name, made.Record);
        run.Observer.Finished("images", $"Films of {definition.Title}", made.Value.Ready, watch.Elapsed, made.Reused);
        if (made.Value.DuplicatePairs > 0)
            run.Observer.Warn($"{made.Value.DuplicatePairs:N0} pairs of films of {definition.Title} look the same and are said to be of different patients; see {run.Folder.Resolve(made.Value.DuplicateFile!)}.");
        if (made.Value.NotReady > 0) run.Observer.Warn($"{made.Value.NotReady:N0} of {made.Value.Asked:N0} films of {definition.Title} cannot be used; see {run.Folder.Resolve(made.Value.ProblemFile!)}.");
    }

    /// <summary>The tables of this dataset whose images splits part, in the order of the protocol.</summary>
    private IReadOnlyList<string> Named(string dataset) =>
        [.. run.Protocol.Splits.SelectMany(split => split.Of).Where(table => run.Protocol.DatasetOf(table) == dataset).Distinct(StringComparer.Ordinal)];

    private string? WhyNot(DatasetDefinition definition)
    {
        var dataset = run.References()[definition.Name];
        if (dataset.Data is null) return $"its dataset: {dataset.Unavailable}";
        var source = definition.Images!;
        if (source.AbsentFolders.Count < source.Folders.Count) return null;
        var folder = run.Catalog.NameOf(source.Folders[0]);
        var more = source.Folders.Count > 1 ? $" and {source.Folders.Count - 1} more" : "";
        return $"the folder {folder}{more} {(source.Folders.Count > 1 ? "are" : "is")} absent{(source.Obtain is { } obtain ? $"; to be had from {obtain}" : "")}";
    }
}
