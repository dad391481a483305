namespace Neatx.Workspace.Tests.Protocol;

/// <summary>What is said of splits that cannot be meant.</summary>
public sealed class SplitMistakeTests
{
    [Theory]
    [InlineData("{title: S, of: c, parts: {train: .5, test: .6}}", "splits.s.parts: expected shares that add up to 1, found 1.1")]
    [InlineData("{title: S, of: c, parts: {train: 1}}", "splits.s.parts: expected at least two parts; one part is no split")]
    [InlineData("{title: S, of: c, parts: {train: .5, test: 1.5}}", "splits.s.parts.test: expected a number from 0 to 1, found the number 1.5")]
    [InlineData("{title: S, of: cohort}", "splits.s.of: expected the name of a dataset, label set, ratings table or cohort, found 'cohort'; known: d, one, two, r, c")]
    [InlineData("{title: S, of: r}", "splits.s.of: expected tables of a dataset, found 'r', which names none; give it 'dataset'")]
    [InlineData("{title: S, of: c, fixed: [{patients_of: one, parts: tset}]}", "splits.s.fixed.0.parts: expected a part of the split 's', found 'tset'; did you mean 'test'?")]
    [InlineData("{title: S, of: c, folds: 5, parts: {train: .5, test: .5}}", "splits.s.folds: conflicts with 'parts'; keep one of the two")]
    [InlineData("{title: S, of: c, folds: 1}", "splits.s.folds: expected a whole number from 3 to 64, found the number 1")]
    [InlineData("{title: S, of: c, stratify: [Mass]}", "splits.s.stratify: expected 'labels' beside it, found none; add that or remove this")]
    public void Split_WithAMistake_SaysWhatWasExpected(string split, string message)
    {
        var mistakes = Scratch.Mistakes(ExampleProtocol.WithCohort + "splits:\n  s: " + split + "\n");
        Assert.EndsWith(message, Assert.Single(mistakes), StringComparison.Ordinal);
        Assert.StartsWith("p.yaml:14:", mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Split_OfTwoDatasets_IsRefused()
    {
        var mistake = Assert.Single(Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: a.csv, format: nih_cxr14}}
              e: {title: E, table: {files: b.csv, format: nih_cxr14}}
            splits: {s: {title: S, of: [d, e]}}

            """));
        Assert.EndsWith("splits.s.of: expected tables of one dataset, found images of d and e", mistake, StringComparison.Ordinal);
    }
}
