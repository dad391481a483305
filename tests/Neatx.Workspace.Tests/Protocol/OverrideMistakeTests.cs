namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Values put over the file by --set.</summary>
public sealed class OverrideMistakeTests
{
    [Fact]
    public void Read_OverrideKeys_NameTheNearest() => Assert.Equal(
        [
            "--set agreement.resmaples=3: agreement: unknown key 'resmaples'; did you mean 'resamples'?",
            "--set agrement.x=1: unknown key 'agrement'; did you mean 'agreement'?",
            "--set title.x=3: title: expected a key that has parts, found the text 'T' there",
            "--set cohorts.c.steps.ss.title=x: cohorts.c.steps: expected an index below 1 or the name of an item; did you mean 's'?",
            "--set cohorts.c.steps.7.title=x: cohorts.c.steps: expected an index below 1 or the name of an item; did you mean 's'?",
            "--set datasets.dd.title=x: datasets: unknown key 'dd'; did you mean 'd'?",
            "--set label_sets.one.titel=x: label_sets.one: unknown key 'titel'; did you mean 'title'?",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort, "agreement.resmaples=3", "agrement.x=1", "title.x=3", "cohorts.c.steps.ss.title=x", "cohorts.c.steps.7.title=x", "datasets.dd.title=x", "label_sets.one.titel=x"));

    [Fact]
    public void Read_OverrideText_IsKeyAndValue() => Assert.Equal(
        [
            "--set resamples: expected key=value, for instance agreement.resamples=100",
            "--set =3: expected key=value, for instance agreement.resamples=100",
            "--set seed=[1: expected YAML: While parsing a flow sequence, did not find expected ',' or ']'",
        ],
        Scratch.Mistakes(ExampleProtocol.Head, "resamples", "=3", "seed=[1"));

    [Fact]
    public void Read_OverrideValues_AreChecked() => Assert.Equal(
        [
            "--set seed=: seed: expected a whole number from 0, found nothing",
            "--set agreement.policy.missing=positive: agreement.policy.missing: expected a treatment (drop or class), found 'positive'; a missing label is never a positive or a negative",
            "--set agreement.resamples=many: agreement.resamples: expected a whole number from 0 to 1000000, found the text 'many'",
            "--set cohorts.c.dataset=one: cohorts.c.dataset: expected the name of a dataset, found 'one', which is a label set; known: d",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort, "agreement.resamples=many", "agreement.policy.missing=positive", "seed=", "cohorts.c.dataset=one"));
}
