using System.Numerics;

namespace Neatx.Core.Splits;

/// <summary>Which parts the rules leave to each patient, as bits in the order of the plan's parts.</summary>
internal static class AllowedParts
{
    /// <summary>One set of bits for each patient of the cohort; where several parts are left, those without a share are taken out.</summary>
    public static ulong[] Of(SplitCohort cohort, SplitPlan plan, out IReadOnlyList<SplitProblem> problems)
    {
        var all = plan.Parts.Count == 64 ? ulong.MaxValue : (1UL << plan.Parts.Count) - 1;
        var shared = Bits(plan, part => part.Share > 0);
        var allowed = new ulong[cohort.Patients.Count];
        Array.Fill(allowed, all);
        var rulesOf = new Dictionary<int, List<SplitRule>>();
        foreach (var rule in plan.Rules)
        {
            var parts = Bits(plan, part => rule.Parts.Contains(part.Name, StringComparer.Ordinal));
            foreach (var id in rule.Patients.Distinct(StringComparer.Ordinal))
            {
                var patient = cohort.IndexOfPatient(id);
                if (patient is not { } index) continue;
                allowed[index] &= parts;
                if (!rulesOf.TryGetValue(index, out var rules)) rulesOf.Add(index, rules = []);
                rules.Add(rule);
            }
        }

        var found = new List<SplitProblem>();
        for (var patient = 0; patient < allowed.Length; patient++)
        {
            if (BitOperations.PopCount(allowed[patient]) == 1) continue;
            if (allowed[patient] == 0) found.Add(Conflict(cohort.Patients[patient], rulesOf[patient]));
            else if ((allowed[patient] & shared) == 0) found.Add(NoShare(cohort.Patients[patient], rulesOf[patient]));
            else allowed[patient] &= shared;
        }

        problems = found;
        return allowed;
    }

    private static ulong Bits(SplitPlan plan, Func<SplitPart, bool> where)
    {
        var bits = 0UL;
        for (var part = 0; part < plan.Parts.Count; part++)
            if (where(plan.Parts[part]))
                bits |= 1UL << part;
        return bits;
    }

    private static SplitProblem Conflict(string patient, List<SplitRule> rules) => new(
        SplitProblemKind.RulesConflict,
        patient,
        $"Patient '{patient}' belongs {Said(rules)}: no part is left. Take the patient out of all lists but one.");

    private static SplitProblem NoShare(string patient, List<SplitRule> rules) => new(
        SplitProblemKind.NoShare,
        patient,
        $"Patient '{patient}' belongs {Said(rules)}, and none of these parts has a share. Name one part, or give a share to one.");

    private static string Said(List<SplitRule> rules) =>
        string.Join(" and ", rules.Select(rule => $"in {string.Join(" or ", rule.Parts.Select(part => $"'{part}'"))} by '{rule.Source}'"));
}
