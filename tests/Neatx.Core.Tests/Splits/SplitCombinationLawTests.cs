using CsCheck;
using Neatx.Core.Splits;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Splits;

/// <summary>Shares, official lists, fixed patients and folds in any combination: nothing leaks, rules are kept, and the certificate tells what is so.</summary>
public sealed class SplitCombinationLawTests
{
    private static readonly string[] Names = ["train", "validation", "test", "sealed"];

    [Fact]
    public void Of_AnyCombination_KeepsRulesOrNamesThePatientsWhoForbidIt() => Gen.Select(Cohorts.Any, Gen.ULong).Sample((cohort, seed) =>
    {
        var plan = Plan(cohort, seed);
        var split = Split.TryOf(cohort, plan, out var problems);
        var allowed = cohort.Patients.ToDictionary(patient => patient, patient => Allowed(plan, patient), StringComparer.Ordinal);
        var contradicted = allowed.Where(patient => patient.Value.Count == 0).Select(patient => patient.Key);
        Assert.Equal(contradicted.Order(StringComparer.Ordinal), problems.Where(problem => problem.Kind == SplitProblemKind.RulesConflict).Select(problem => problem.Subject).Order(StringComparer.Ordinal));
        if (split is null)
        {
            Assert.NotEmpty(problems);
            return;
        }

        foreach (var member in split.Members) Assert.Contains(member.Part, allowed[member.Patient]);
        var partOf = split.Members.GroupBy(member => member.Patient, StringComparer.Ordinal);
        Assert.All(partOf, patient => Assert.Single(patient.Select(member => member.Part).Distinct(StringComparer.Ordinal)));
    });

    [Fact]
    public void Of_RowsAndRulesInAnyOrder_IsTheSameSplit() => Gen.Select(Cohorts.Any, Gen.ULong).Sample((cohort, seed) =>
    {
        var plan = Plan(cohort, seed);
        var other = plan with { Rules = [.. plan.Rules.Reverse().Select(rule => rule with { Patients = [.. rule.Patients.Reverse()] })] };
        var (split, again) = (Split.TryOf(cohort, plan, out _), Split.TryOf(Cohorts.Shuffled(cohort, seed), other, out _));
        Assert.Equal(split is null, again is null);
        if (split is not null) Assert.Equal(Sorted(split), Sorted(again!));
    });

    [Fact]
    public void Certificate_OfAnyCombination_IsAsCountedFromTheMembers() => Gen.Select(Cohorts.Any, Gen.ULong).Sample((cohort, seed) =>
    {
        if (Split.TryOf(cohort, Plan(cohort, seed), out _) is not { } split) return;
        var certificate = SplitCertificate.Of(split, cohort);
        var members = split.Members.ToList();
        Assert.Equal(cohort.Images.Count, certificate.Parts.Sum(part => part.Images));
        foreach (var part in certificate.Parts)
        {
            var own = members.Where(member => member.Part == part.Part).ToList();
            Assert.Equal((own.Count, own.Select(member => member.Patient).Distinct().Count()), (part.Images, part.Patients));
        }

        foreach (var row in certificate.Balance)
        {
            var known = cohort.Characteristics.Single(each => each.Name == row.Characteristic);
            var level = known.Levels.ToList().IndexOf(row.Level);
            var images = members.Index().Count(member => member.Item.Part == row.Part && known.LevelOfImage[member.Index] == level);
            Assert.Equal((images, members.Count(member => member.Part == row.Part)), (row.Images, row.ImagesOfPart));
        }
    });

    [Fact]
    public void Folds_RowsInAnyOrder_AreTheSameAndLeakNothing() => Gen.Select(Cohorts.Any, Gen.Int[3, 8], Gen.ULong).Sample((cohort, count, seed) =>
    {
        var (folds, again) = (Folds.Of(cohort, count, seed, validation: true), Folds.Of(Cohorts.Shuffled(cohort, seed + 1), count, seed, validation: true));
        Assert.All(folds.Zip(again), pair => Assert.Equal(Sorted(pair.First), Sorted(pair.Second)));
        Assert.All(folds, fold =>
        {
            var parts = fold.Parts.Select(part => fold.PatientsOf(part).ToHashSet(StringComparer.Ordinal)).ToList();
            Assert.Equal(fold.Patients.Count, parts.Sum(part => part.Count));
            Assert.Equal(fold.Patients.Count, parts.SelectMany(part => part).Distinct(StringComparer.Ordinal).Count());
            Assert.All(parts, Assert.NotEmpty);
        });
    });

    [Fact]
    public void Lists_OfAnyImages_PutTheWholePatientThereOrNameWhoIsInTwo() => Gen.Select(Cohorts.Any, Gen.ULong, Gen.Bool).Sample((cohort, seed, isTorn) =>
    {
        var random = new RandomStream(seed);
        var isTest = cohort.Patients.ToDictionary(patient => patient, _ => random.NextBool(.3), StringComparer.Ordinal);
        var torn = isTorn ? cohort.Patients[random.NextInt(cohort.Patients.Count)] : null;
        List<string> train = [], test = [];
        for (var image = 0; image < cohort.Images.Count; image++)
        {
            var patient = cohort.Patients[cohort.PatientOfImage[image]];
            (isTest[patient] != (patient == torn && image % 2 == 0) ? test : train).Add(cohort.Images[image]);
        }

        var rules = OfficialList.ToRules(cohort, [new("train_val_list", train, ["train", "validation"]), new("test_list", test, ["test"])], out var unlisted);
        Assert.Empty(unlisted);
        var split = Split.TryOf(cohort, SplitPlan.OfShares(.6, .2, .2) with { Seed = seed, Rules = rules }, out var problems);
        var inTwo = cohort.Patients.Where(patient => rules.All(rule => rule.Patients.Contains(patient))).ToList();
        if (inTwo.Count > 0)
        {
            Assert.Null(split);
            Assert.Equal(inTwo, problems.Select(problem => problem.Subject));
            return;
        }

        if (split is null) Assert.All(problems, problem => Assert.Equal(SplitProblemKind.PartEmpty, problem.Kind));
        else Assert.Equal(test.Order(StringComparer.Ordinal), split.ImagesOf("test").Order(StringComparer.Ordinal));
    });

    /// <summary>Shares of which one may be 0, and up to four rules about random patients; some contradict one another.</summary>
    private static SplitPlan Plan(SplitCohort cohort, ulong seed)
    {
        var random = new RandomStream(seed);
        double[] weights = [1 + random.NextInt(8), random.NextInt(3), 1 + random.NextInt(4), 0];
        var plan = new SplitPlan([.. Names.Select((name, part) => new SplitPart(name, weights[part] / weights.Sum()))]) { Seed = seed };
        var rules = new List<SplitRule>();
        for (var rule = random.NextInt(5); rule > 0; rule--)
        {
            var patients = new List<string> { "of another cohort" };
            foreach (var patient in cohort.Patients)
                if (random.NextBool(.15)) patients.Add(patient);
            var parts = new List<string> { Names[random.NextInt(Names.Length)] };
            if (random.NextBool(.5) && Names[random.NextInt(Names.Length)] is var second && !parts.Contains(second)) parts.Add(second);
            rules.Add(new SplitRule($"rule {rule}", patients, parts));
        }

        return plan with { Rules = rules };
    }

    private static HashSet<string> Allowed(SplitPlan plan, string patient)
    {
        var allowed = Names.ToHashSet(StringComparer.Ordinal);
        foreach (var rule in plan.Rules)
            if (rule.Patients.Contains(patient)) allowed.IntersectWith(rule.Parts);
        return allowed;
    }

    private static IEnumerable<SplitMember> Sorted(Split split) => split.Members.OrderBy(member => member.Image, StringComparer.Ordinal);
}
