using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>What is written becomes what the stages read; what is not written has its default.</summary>
public sealed class BindingTests
{
    [Fact]
    public void Read_LeastProtocol_HasEveryDefault()
    {
        var document = Scratch.Document(ExampleProtocol.Head);
        Assert.Equal("t", document.Name);
        Assert.Equal("T", document.Title);
        Assert.Equal(1UL, document.Seed);
        Assert.Empty(document.Findings);
        Assert.Empty(document.Claims);
        Assert.Equal(new AgreementPolicy(), document.Agreement.Policy);
        Assert.Equal(2000, document.Agreement.Resamples);
        Assert.Equal(0.95, document.Agreement.Confidence);
        Assert.Equal(100, document.Agreement.DriftWindow);
        Assert.False(document.Agreement.AllPolicies);
    }

    [Fact]
    public void Read_Findings_KeepTheirOrder()
    {
        var findings = Scratch.Document(ExampleProtocol.WithFindings).Findings;
        Assert.Equal(["Mass", "Nodule", "Nodule or mass", "Infiltration"], findings.Select(finding => finding.Name));
        Assert.Equal(["Nodule", "Mass"], findings[2].AnyOf);
        Assert.Equal(["Infiltrate"], findings[3].Aliases);
    }

    [Fact]
    public void Read_Columns_AreLaidOverThoseOfTheFormat()
    {
        var columns = Scratch.Document(ExampleProtocol.WithDataset.Replace(
            "format: nih_cxr14", "format: nih_cxr14, columns: {age: Years, separator: ;, keep: {size: Size}}", StringComparison.Ordinal)).Datasets[0].Table.Columns;
        Assert.Equal("Image Index", columns.Image);
        Assert.Equal("Years", columns.Age);
        Assert.Equal("Finding Labels", columns.FindingList);
        Assert.Equal(";", columns.Separator);
        Assert.Equal([new("follow_up", "Follow-up #"), new("size", "Size")], columns.Keep);
    }

    [Fact]
    public void Read_LabelTable_TurnsValuesAround()
    {
        var set = Scratch.Document(ExampleProtocol.WithDataset + """
            label_sets:
              l:
                title: L
                kind: image_review
                dataset: d
                table:
                  files: [a.csv, b.csv]
                  format: csv
                  columns:
                    image: 1
                    findings: [Mass, Infiltration]
                    values: {positive: [YES, 1], negative: NO, uncertain: -1, missing: ["", n/a]}
                  on_problem: quarantine
                findings: [Mass]
                unlisted: negative
                where: view = 'PA'
                image_map:
                  table: {files: b.csv, format: csv}
                  from: id
                  to: Image Index
                  where: mse < 10
                  prefer: mse
            """).LabelSets[0];
        Assert.Equal("1", set.Table!.Columns.Image);
        Assert.Equal([new("Mass", "Mass"), new("Infiltration", "Infiltration")], set.Table.Columns.Findings);
        Assert.Equal(
            [
                new("YES", LabelState.Positive), new("1", LabelState.Positive), new("NO", LabelState.Negative),
                new("-1", LabelState.Uncertain), new("", LabelState.Missing), new("n/a", LabelState.Missing),
            ],
            set.Table.Columns.Values);
        Assert.Equal(LabelState.Positive, set.Table.Columns.Values["yes"]);
        Assert.Equal(ProblemPolicy.Quarantine, set.Table.OnProblem);
        Assert.Equal(2, set.Table.Files.Count);
        Assert.Equal(LabelState.Negative, set.Unlisted);
        Assert.Equal(LabelKind.ImageReview, set.Kind);
        Assert.Equal(("id", "Image Index", "mse < 10", "mse"), (set.ImageMap!.From, set.ImageMap.To, set.ImageMap.Where, set.ImageMap.Prefer));
    }

    [Fact]
    public void Read_OptionalTable_KeepsWhatIsAbsent()
    {
        using var scratch = new Scratch();
        var table = scratch.Touch("b.csv").Read(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: [a.csv, b.csv], format: image_list, optional: true, obtain: here, citation: C, terms: T}}
            """).DocumentOrThrow().Datasets[0].Table;
        Assert.False(table.IsAvailable);
        Assert.Equal([Path.Combine(scratch.Folder, "a.csv")], table.AbsentFiles);
        Assert.Equal(("here", "C", "T"), (table.Obtain, table.Citation, table.Terms));
        Assert.False(table.Columns.Header);
    }

    [Fact]
    public void Read_RatingsAndConsensus_AreBound()
    {
        var document = Scratch.Document(ExampleProtocol.WithRatings + """
            consensus:
              k: {title: K, ratings: r, rule: majority, options: {tie: positive, minimum_raters: 2}}
              l: {title: L, kind: model, ratings: r, rule: dawid-skene, gold: one}
            """);
        Assert.Equal(["a1", "a2"], document.Ratings[0].Table.Columns.Raters);
        Assert.Equal("m_{rater}", document.Ratings[0].Table.Columns.Findings["Mass"]);
        Assert.Equal([new("tie", "positive"), new("minimum_raters", "2")], document.Consensus[0].Options);
        Assert.Equal(LabelKind.NonExpert, document.Consensus[0].Kind);
        Assert.Equal("one", document.Consensus[1].Gold);
    }

    [Fact]
    public void Read_Steps_HaveTheirKind()
    {
        var steps = Scratch.Document(ExampleProtocol.WithCohort + """
              e:
                title: E
                dataset: d
                steps:
                  - {name: a, title: A, keep: view = 'PA'}
                  - {name: b, title: B, keep_images_of: c}
                  - {name: c, title: C, exclude_images_of: one}
                  - {name: d, title: D, exclude_patients_of: r}
                  - {name: e, title: E, sample: 10, seed: 3}
                  - {name: f, title: F, first: 5}
            """).Cohorts[1].Steps;
        Assert.Equal(
            [CohortStepKind.Keep, CohortStepKind.KeepImagesOf, CohortStepKind.ExcludeImagesOf, CohortStepKind.ExcludePatientsOf, CohortStepKind.Sample, CohortStepKind.First],
            steps.Select(step => step.Kind));
        Assert.Equal(["view = 'PA'", null, null, null, null, null], steps.Select(step => step.Where));
        Assert.Equal([null, "c", "one", "r", null, null], steps.Select(step => step.Of));
        Assert.Equal([null, null, null, null, 10, 5], steps.Select(step => step.Count));
        Assert.Equal([null, null, null, null, 3UL, null], steps.Select(step => step.Seed));
    }

    [Fact]
    public void Read_AliasesAndMergeKeys_AreExpanded()
    {
        var document = Scratch.Document(ExampleProtocol.WithDataset + """
            label_sets:
              a: &a {title: A, kind: model, dataset: d, findings: &f [Mass, Nodule]}
              b: {<<: *a, title: B}
              c: {<<: [{unlisted: negative, title: X}, *a], title: C}
            agreement:
              comparisons:
                x: {title: X, pairs: [[a, b]], findings: *f}
            """);
        Assert.Equal(["A", "B", "C"], document.LabelSets.Select(set => set.Title));
        Assert.Equal([LabelState.Missing, LabelState.Missing, LabelState.Negative], document.LabelSets.Select(set => set.Unlisted));
        Assert.All(document.LabelSets, set => Assert.Equal(["Mass", "Nodule"], set.Findings));
        Assert.Equal(["Mass", "Nodule"], document.Agreement.Comparisons[0].Findings);
    }
}
