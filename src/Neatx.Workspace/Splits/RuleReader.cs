using Neatx.Core.Splits;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Splits;

/// <summary>Reads who belongs in which part from the tables that a split names.</summary>
internal sealed class RuleReader(SplitDefinition definition, SplitSources sources, SplitCohort cohort, TableSession session)
{
    private readonly List<SplitRuleResult> _results = [];

    /// <summary>What each rule came to; filled by <see cref="Rules"/>.</summary>
    public IReadOnlyList<SplitRuleResult> Results => _results;

    /// <summary>The rules of the tables that are to be had.</summary>
    /// <exception cref="NeatxException">The official lists do not name every patient.</exception>
    public IReadOnlyList<SplitRule> Rules() => [.. Fixed(), .. Official()];

    private List<SplitRule> Fixed()
    {
        var rules = new List<SplitRule>();
        foreach (var assignment in definition.Fixed)
        {
            if (Absent(assignment, official: false)) continue;
            var rule = new SplitRule(assignment.Of, Patients(sources.Tables[assignment.Of].Data!), assignment.Parts);
            _results.Add(new(assignment.Of, assignment.Parts, rule.Patients.Count(patient => cohort.IndexOfPatient(patient) is not null), Official: false, null));
            rules.Add(rule);
        }

        return rules;
    }

    private IReadOnlyList<SplitRule> Official()
    {
        if (definition.Lists.Count == 0) return [];
        var lists = definition.Lists.Where(assignment => !Absent(assignment, official: true))
            .Select(assignment => new OfficialList(assignment.Of, session.Texts($"SELECT DISTINCT image FROM {session.Parquet(sources.Tables[assignment.Of].Data!)}"), assignment.Parts))
            .ToList();
        if (lists.Count < definition.Lists.Count) return [];
        var rules = OfficialList.ToRules(cohort, lists, out var problems);
        if (problems.Count > 0) throw new NeatxException($"split '{definition.Name}' cannot be made: {new SplitException(problems).Message}");
        foreach (var rule in rules) _results.Add(new(rule.Source, rule.Parts, rule.Patients.Count, Official: true, null));
        return rules;
    }

    private bool Absent(SplitAssignment assignment, bool official)
    {
        if (sources.Tables[assignment.Of] is not { Data: null } absent) return false;
        _results.Add(new(assignment.Of, assignment.Parts, 0, official, absent.Unavailable ?? "it is not to be had"));
        return true;
    }

    /// <summary>The patients of a table's images, as it names them and as the dataset does.</summary>
    private IReadOnlyList<string> Patients(string data)
    {
        var (own, dataset) = (session.Parquet(data), session.Parquet(sources.Dataset.Data!));
        return session.Texts($"""
            SELECT patient FROM {own} WHERE patient IS NOT NULL
            UNION SELECT d.patient FROM {own} t JOIN {dataset} d USING (image) WHERE d.patient IS NOT NULL ORDER BY 1
            """);
    }
}
