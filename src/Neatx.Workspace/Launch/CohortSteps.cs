using System.Diagnostics;
using System.Globalization;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that picks cohorts.</summary>
internal sealed class CohortSteps(RunState run)
{
    public void Make()
    {
        foreach (var definition in run.Protocol.Cohorts) Make(definition);
    }

    /// <summary>The first count is the dataset's own, under its title.</summary>
    private CohortFlow Pick(CohortDefinition definition)
    {
        var flow = CohortTable.Build(definition, run.References(), run.Protocol.Seed, run.Catalog, run.Session.Token);
        return flow with { Steps = [flow.Steps[0] with { Title = run.Titles[definition.Dataset] }, .. flow.Steps.Skip(1)] };
    }

    private void Make(CohortDefinition definition)
    {
        var watch = Stopwatch.StartNew();
        var name = $"cohorts/{definition.Name}";
        var key = run.Key(name, definition, RunJson.Default.CohortDefinition).Add("seed", run.Protocol.Seed.ToString(CultureInfo.InvariantCulture));
        run.After(key, definition.Steps.Select(step => step.Of).OfType<string>().Prepend(definition.Dataset));
        var made = run.Folder.Step(
            name, key, $"{name}.json", RunJson.Default.CohortFlow, () => Pick(definition), flow => [flow.Data]);
        run.Cohorts.Add(made.Value);
        run.Records.Add(definition.Name, made.Record);
        run.Observer.Finished("cohorts", definition.Title, made.Value.Steps[^1].Images, watch.Elapsed, made.Reused);
    }
}
