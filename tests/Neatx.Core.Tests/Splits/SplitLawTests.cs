using CsCheck;
using Neatx.Core.Splits;

namespace Neatx.Core.Tests.Splits;

/// <summary>What must hold for every cohort.</summary>
public sealed class SplitLawTests
{
    private static readonly SplitPlan Plan = SplitPlan.OfShares(.7, .1, .2);

    [Fact]
    public void Of_AnyCohort_PutsEveryImageInOnePartAndEveryPatientToo() => Cohorts.Any.Sample(cohort =>
    {
        var split = Split.Of(cohort, Plan);
        Assert.Equal(
            cohort.Images.Order(StringComparer.Ordinal), split.Parts.SelectMany(split.ImagesOf).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(cohort.Patients, split.Parts.SelectMany(split.PatientsOf).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(
            split.Members.GroupBy(member => member.Patient, StringComparer.Ordinal),
            patient => Assert.Single(patient.Select(member => member.Part).Distinct(StringComparer.Ordinal)));
        Assert.True(SplitCertificate.Of(split, cohort).IsDisjoint);
    });

    [Fact]
    public void Of_AnyCohort_HasSharesWithinTheLargestPatient() => Cohorts.Any.Sample(cohort =>
    {
        var certificate = SplitCertificate.Of(Split.Of(cohort, Plan), cohort);
        foreach (var (part, planned) in certificate.Parts.Zip(Plan.Parts))
            Assert.Equal(planned.Share * cohort.Images.Count, part.Images, 6.0);
    });

    [Fact]
    public void Of_ImagesInOtherOrder_IsTheSameSplit() => Cohorts.Any.Sample(cohort =>
    {
        var other = Split.Of(Cohorts.Reversed(cohort), Plan);
        Assert.Equal(Sorted(Split.Of(cohort, Plan)), Sorted(other));
    });

    [Fact]
    public void Of_SameSeed_IsTheSameSplitAndOtherSeedIsNot()
    {
        var cohort = Cohorts.Of(seed: 1, patients: 300);
        Assert.Equal(Split.Of(cohort, Plan).Members, Split.Of(cohort, Plan).Members);
        Assert.NotEqual(Split.Of(cohort, Plan).Members, Split.Of(cohort, Plan with { Seed = 2 }).Members);
    }

    [Fact]
    public void Of_ManyPatients_HasFindingsAlikeInAllParts()
    {
        var cohort = Cohorts.Of(seed: 2, patients: 3000);
        var certificate = SplitCertificate.Of(Split.Of(cohort, Plan), cohort);
        Assert.All(certificate.Balance, row => Assert.InRange(row.StandardisedDifference.Value!.Value, -.02, .02));
        Assert.All(certificate.Parts.Zip(Plan.Parts), pair => Assert.Equal(pair.Second.Share, pair.First.Share, .002));

        // Patients of all sizes go to all parts, so that shares of patients follow.
        Assert.All(certificate.Parts.Zip(Plan.Parts), pair => Assert.Equal(pair.Second.Share, (double)pair.First.Patients / 3000, .02));
    }

    [Fact]
    public void Of_MembersOfASplit_IsThatSplit() => Cohorts.Any.Sample(cohort =>
    {
        var split = Split.Of(cohort, Plan);
        Assert.Equal(split.Members, Split.Of([.. split.Members]).Members);
    });

    [Fact]
    public void Of_AnyRules_AreKept() => Gen.Select(Cohorts.Any, Gen.Int[1, 3], Gen.Int[0, 7]).Sample((cohort, each, offset) =>
    {
        var fixedTest = cohort.Patients.Where((_, patient) => patient % 8 == offset).ToArray();
        var listed = cohort.Patients.Where((_, patient) => patient % 8 == (offset + each) % 8).ToArray();
        var plan = Plan with
        {
            Rules =
            [
                new("sealed expert set", fixedTest, ["test"]),
                new("train_val_list", listed, ["train", "validation"]),
                new("elsewhere", ["nobody"], ["train"]),
            ],
        };
        var split = Split.TryOf(cohort, plan, out var problems);
        if (split is null)
        {
            Assert.All(problems, problem => Assert.Equal(SplitProblemKind.PartEmpty, problem.Kind));
            return;
        }

        Assert.Subset(split.PatientsOf("test").ToHashSet(StringComparer.Ordinal), fixedTest.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(split.PatientsOf("test"), patient => listed.Contains(patient));
    });

    [Fact]
    public void Folds_AnyCohort_TestEveryPatientOnce() => Gen.Select(Cohorts.Any, Gen.Int[3, 6], Gen.Bool).Sample((cohort, count, validation) =>
    {
        var folds = Folds.Of(cohort, count, seed: 4, validation);
        Assert.Equal(count, folds.Count);
        Assert.Equal(cohort.Patients, folds.SelectMany(fold => fold.PatientsOf("test")).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(folds, fold => Assert.True(SplitCertificate.Of(fold, cohort).IsDisjoint));
        if (validation)
        {
            Assert.All(
                folds.Zip(folds.Skip(1)),
                pair => Assert.Equal(pair.First.PatientsOf("validation"), pair.Second.PatientsOf("test"), StringComparer.Ordinal));
        }
    });

    private static IEnumerable<SplitMember> Sorted(Split split) => split.Members.OrderBy(member => member.Image, StringComparer.Ordinal);
}
