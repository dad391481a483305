namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Consensus, cohorts and comparisons.</summary>
public sealed class MadeThingMistakeTests
{
    [Fact]
    public void Read_Consensus_HasARuleWithItsOptions() => Assert.Equal(
        [
            "p.yaml:12:26: consensus.j.ratings: expected the name of a ratings table, found 'one', which is a label set; known: r",
            "p.yaml:12:37: consensus.j.rule: expected a rule (same-side, both-certain, unanimous, majority, dawid-skene, one-coin, glad or mace), found 'same-sides'; did you mean 'same-side'?",
            "p.yaml:13:55: consensus.k.options: unknown option 'ties' of the rule 'majority'; did you mean 'tie'?",
            "p.yaml:13:69: consensus.k.options.tie: expected uncertain | negative | positive | missing | seeded, found the text 'maybe'",
            "p.yaml:13:92: consensus.k.options.minimum_raters: expected a whole number from 1, found the number 0",
            "p.yaml:13:101: consensus.k.options.seed: expected text or a number, found a list of 1",
            "p.yaml:13:113: consensus.k.gold: conflicts with 'rule: majority', which estimates nothing that could be anchored; remove it or choose dawid-skene, one-coin, glad or mace",
            "p.yaml:14:26: consensus.l.ratings: expected the name of a ratings table, found 'rr'; did you mean 'r'?",
            "p.yaml:14:55: consensus.l.gold: expected a label set that stands above 'l', found 'm'; move it up",
            "p.yaml:15:47: consensus.m.gold: expected a label set that stands above 'm', found 'm'; move it up",
        ],
        Scratch.Mistakes(ExampleProtocol.WithRatings + """
            consensus:
              j: {title: J, ratings: one, rule: same-sides}
              k: {title: K, ratings: r, rule: majority, options: {ties: x, tie: maybe, minimum_raters: 0, seed: [1]}, gold: one}
              l: {title: L, ratings: rr, rule: dawid-skene, gold: m}
              m: {title: M, ratings: r, rule: glad, gold: m}
            """));

    [Fact]
    public void Read_Cohorts_AreStepsThatMeanOneThing() => Assert.Equal(
        [
            "p.yaml:12:14: cohorts.c.dataset: expected the name of a dataset, found 'one', which is a label set; known: d",
            "p.yaml:14:9: cohorts.c.steps.0: expected one of the keys keep, keep_images_of, exclude_images_of, exclude_patients_of, sample or first, found none",
            "p.yaml:15:16: cohorts.c.steps.1.name: the name 's' is taken by the step 's' at p.yaml:14:16; choose another",
            "p.yaml:15:45: cohorts.c.steps.1.first: conflicts with 'keep'; keep one of the two",
            "p.yaml:16:36: cohorts.c.steps.2.first: expected a whole number from 1, found the number 0",
            "p.yaml:16:45: cohorts.c.steps.2.seed: expected 'sample' beside it, found none; add that or remove this",
            "p.yaml:17:45: cohorts.c.steps.3.keep_images_of: expected a cohort that stands above 'c', found 'e'; move it up",
            "p.yaml:18:50: cohorts.c.steps.4.exclude_patients_of: expected the name of a dataset, label set, ratings table or cohort, found 'tow'; did you mean 'two'?",
            "p.yaml:19:48: cohorts.c.steps.5.exclude_images_of: expected a cohort that stands above 'c', found 'c'; move it up",
            "p.yaml:20:36: cohorts.e.steps: expected a list of at least 1, found an empty list",
        ],
        Scratch.Mistakes(ExampleProtocol.WithLabelSets + """
            cohorts:
              c:
                title: C
                dataset: one
                steps:
                  - {name: s, title: S}
                  - {name: s, title: S, keep: x, first: 3}
                  - {name: t, title: S, first: 0, seed: 3}
                  - {name: u, title: S, keep_images_of: e}
                  - {name: v, title: S, exclude_patients_of: tow}
                  - {name: w, title: S, exclude_images_of: c}
              e: {title: E, dataset: d, steps: []}
              f: {title: F, dataset: d, steps: [{name: x, title: S, keep_images_of: c}]}
            """));

    [Fact]
    public void Read_Comparisons_AreOfPairsOrOfRaters() => Assert.Equal(
        [
            "p.yaml:13:8: agreement.comparisons.x: expected one of the keys pairs or ratings, found none",
            "p.yaml:14:33: agreement.comparisons.y.pairs.0.1: expected the name of a label set, found 'tow'; did you mean 'two'?",
            "p.yaml:14:39: agreement.comparisons.y.pairs.1: expected two label sets, [a, b] that differ, found 'one' twice",
            "p.yaml:14:51: agreement.comparisons.y.pairs.2: expected two label sets, [a, b], found a list of 1",
            "p.yaml:14:58: agreement.comparisons.y.pairs.3: expected two label sets, [a, b], found the text 'one'",
            "p.yaml:14:73: agreement.comparisons.y.ratings: conflicts with 'pairs'; keep one of the two",
            "p.yaml:15:28: agreement.comparisons.z.ratings: expected the name of a ratings table, found 'one', which is a label set; known: r",
            "p.yaml:15:44: agreement.comparisons.z.findings.0: expected the name of a finding, found 'infiltration'; write 'Infiltration'",
            "p.yaml:16:48: agreement.comparisons.w.grades: expected 'ratings' beside it, found none; add that or remove this",
        ],
        Scratch.Mistakes(ExampleProtocol.WithRatings + """
            agreement:
              comparisons:
                x: {title: X}
                y: {title: Y, pairs: [[one, tow], [one, one], [one], one], ratings: r}
                z: {title: Z, ratings: one, findings: [infiltration]}
                w: {title: W, pairs: [[one, two]], grades: true}
            """));
}
