using Neatx.Core.Labels;
using Neatx.Core.Splits;

namespace Neatx.Core.Tests.Splits;

public sealed class SplitTests
{
    private static readonly SplitCohort Cohort = Cohorts.Of(seed: 5, patients: 60);

    [Fact]
    public void Of_MembersWhosePatientIsInTwoParts_IsNotBorn()
    {
        SplitMember[] members = [new("a.png", "7", "train"), new("b.png", "8", "test"), new("c.png", "7", "test"), new("a.png", "7", "train")];
        Assert.Null(Split.TryOf(members, out var problems));
        Assert.Equal(
            [
                (SplitProblemKind.ImageRepeated, "a.png", "Image 'a.png' is listed twice; list every image once."),
                (
                    SplitProblemKind.PatientInSeveralParts,
                    "7",
                    "Patient '7' lies in 2 parts: image 'a.png' in 'train', image 'c.png' in 'test'; keep all images of a patient in one part."),
            ],
            problems.Select(problem => (problem.Kind, problem.Subject, problem.Message)));
        Assert.Equal(2, Assert.Throws<SplitException>(() => Split.Of(members)).Problems.Count);
    }

    [Fact]
    public void Of_RulesThatContradict_NamesPatientAndRules()
    {
        var plan = SplitPlan.OfShares(.8, 0, .2) with
        {
            Rules = [new("gold images", ["p0003"], ["train"]), new("sealed expert set", ["p0003", "p0004"], ["test"])],
        };
        Assert.Null(Split.TryOf(Cohort, plan, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal((SplitProblemKind.RulesConflict, "p0003"), (problem.Kind, problem.Subject));
        Assert.Equal(
            "Patient 'p0003' belongs in 'train' by 'gold images' and in 'test' by 'sealed expert set': no part is left. "
            + "Take the patient out of all lists but one.",
            problem.Message);
    }

    [Fact]
    public void Of_SealedPartWithoutShare_HasItsPatientsOnlyAndOthersKeepTheirShares()
    {
        var plan = new SplitPlan([new("train", .8), new("test", .2), new("sealed", 0)])
        {
            Rules = [new("expert set", [.. Enumerable.Range(0, 20).Select(patient => $"p{patient:D4}")], ["sealed"])],
        };
        var split = Split.Of(Cohort, plan);
        Assert.Equal(20, split.PatientsOf("sealed").Count);
        var (train, test) = (split.ImagesOf("train").Count, split.ImagesOf("test").Count);
        Assert.Equal(.8, (double)train / (train + test), .02);
    }

    [Fact]
    public void Of_RuleThatOverfillsAPart_LetsOthersShareTheRest()
    {
        var plan = SplitPlan.OfShares(.6, .2, .2) with
        {
            Rules = [new("gold images", [.. Cohort.Patients.Take(30)], ["test"])],
        };
        var split = Split.Of(Cohort, plan);
        Assert.Equal(30, split.PatientsOf("test").Count);
        var (train, validation) = (split.ImagesOf("train").Count, split.ImagesOf("validation").Count);
        Assert.Equal(.75, (double)train / (train + validation), .02);
    }

    [Fact]
    public void Of_SeveralPartsWithoutShare_AsksForOne()
    {
        var plan = new SplitPlan([new("train", .8), new("test", .2), new("a", 0), new("b", 0)])
        {
            Rules = [new("list", ["p0001"], ["a", "b"])],
        };
        Assert.Null(Split.TryOf(Cohort, plan, out var problems));
        Assert.Equal(SplitProblemKind.NoShare, Assert.Single(problems).Kind);
    }

    [Fact]
    public void Of_FewerPatientsThanParts_SaysWhichPartIsEmpty()
    {
        var cohort = new SplitCohort(["a", "b"], ["1", "2"], []);
        Assert.Null(Split.TryOf(cohort, SplitPlan.OfShares(.6, .2, .2), out var problems));
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(
            (SplitProblemKind.PartEmpty, $"The part '{problem.Subject}' stays empty: 2 patients do not reach for 3 parts with these shares and rules."),
            (problem.Kind, problem.Message)));
        Assert.Throws<SplitException>(() => Folds.Of(cohort, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Of(cohort, 2, validation: true));
    }

    [Fact]
    public void ToRules_OfficialLists_FixTestAndLeaveTheRestToTheShares()
    {
        string[] test = [.. Cohort.Images.Where(image => image.StartsWith("p000", StringComparison.Ordinal))];
        OfficialList[] lists = [new("test_list", test, ["test"]), new("train_val_list", [.. Cohort.Images.Except(test, StringComparer.Ordinal)], ["train", "validation"])];
        var rules = OfficialList.ToRules(Cohort, lists, out var problems);
        Assert.Empty(problems);
        var split = Split.Of(Cohort, SplitPlan.OfShares(.7, .1, .2) with { Rules = rules });
        Assert.Equal(test, split.ImagesOf("test"), StringComparer.Ordinal);
        var (train, validation) = (split.ImagesOf("train").Count, split.ImagesOf("validation").Count);
        Assert.Equal(.875, (double)train / (train + validation), .02);
    }

    [Fact]
    public void ToRules_PatientInTwoLists_ConflictsByName()
    {
        OfficialList[] lists = [new("test_list", ["p0001-0.png"], ["test"]), new("train_val_list", [.. Cohort.Images.Skip(1)], ["train"])];
        var rules = OfficialList.ToRules(Cohort, lists, out _);
        Split.TryOf(Cohort, SplitPlan.OfShares(.8, 0, .2) with { Rules = rules }, out var problems);
        Assert.Equal("p0001", Assert.Single(problems).Subject);
        Assert.Contains("in 'test' by 'test_list' and in 'train' by 'train_val_list'", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToRules_PatientInNoList_IsAProblem()
    {
        OfficialList.ToRules(Cohort, [new("train_list", [.. Cohort.Images.Where(image => image[4] != '9')], ["train"])], out var problems);
        Assert.Equal(["p0009", "p0019", "p0029", "p0039", "p0049", "p0059"], problems.Select(problem => problem.Subject), StringComparer.Ordinal);
        Assert.All(problems, problem => Assert.Equal(SplitProblemKind.PatientUnlisted, problem.Kind));
    }

    [Fact]
    public void Plan_Impossible_IsNotBorn()
    {
        Assert.Throws<ArgumentException>(() => SplitPlan.OfShares(.7, .2, .2));
        Assert.Throws<ArgumentException>(() => SplitPlan.OfShares(1, 0, 0));
        Assert.Throws<ArgumentException>(() => new SplitPlan([new("a", .5), new("a", .5)]));
        Assert.Throws<ArgumentException>(() => SplitPlan.OfShares(.8, 0, .2) with { Rules = [new("list", [], ["validation"])] });
        Assert.Throws<ArgumentException>(() => SplitPlan.OfShares(.8, 0, .2) with { Rules = [new("list", [], [])] });
        var error = Assert.Throws<ArgumentException>(() => Split.Of(Cohort, SplitPlan.OfShares(.8, 0, .2) with { Stratify = ["sex"] }));
        Assert.Contains("stratifies by 'sex'; the cohort knows finding 0, finding 1, finding 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Split.Of(Cohort, SplitPlan.OfShares(.8, 0, .2)).ImagesOf("validation"));
    }

    [Fact]
    public void Cohort_Impossible_IsNotBorn()
    {
        Assert.Throws<ArgumentException>(() => new SplitCohort(["a"], [], []));
        Assert.Throws<ArgumentException>(() => new SplitCohort(["a", "a"], ["1", "1"], []));
        Assert.Throws<ArgumentException>(() => new SplitCohort(["a", " "], ["1", "1"], []));
        var drain = Characteristic.OfFinding("drain", [LabelState.Positive]);
        Assert.Throws<ArgumentException>(() => new SplitCohort(["a", "b"], ["1", "1"], [drain]));
        Assert.Throws<ArgumentException>(() => new SplitCohort(["a"], ["1"], [drain, drain]));
    }
}
