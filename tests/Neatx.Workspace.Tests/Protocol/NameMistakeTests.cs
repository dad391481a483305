namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Names given twice and names that nothing has.</summary>
public sealed class NameMistakeTests
{
    [Fact]
    public void Read_Findings_AreUniqueWhateverTheirCase() => Assert.Equal(
        [
            "p.yaml:4:20: findings.Mass.aliases: the name 'mass' is taken by the finding 'Mass' at p.yaml:4:3; choose another",
            "p.yaml:6:3: findings: the name 'Nodule' is taken by the finding 'nodule' at p.yaml:5:3; choose another",
            "p.yaml:7:3: findings: the name 'lump' is taken by the alias 'Lump' at p.yaml:6:22; choose another",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            findings:
              Mass: {aliases: [mass]}
              nodule:
              Nodule: {aliases: [Lump]}
              lump:
            """));

    [Fact]
    public void Read_DerivedFindings_AreMadeOfJudgedOnes() => Assert.Equal(
        [
            "p.yaml:5:15: findings.X.any_of: expected a list of at least 2, found a list of 1",
            "p.yaml:6:16: findings.Y.any_of: expected a finding that is judged directly, found 'Z', which is derived itself; name its components",
            "p.yaml:7:22: findings.Z.any_of.1: expected the name of a finding, found 'Mess'; did you mean 'Mass'?",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            findings:
              Mass:
              X: {any_of: [Mass]}
              Y: {any_of: [Z, Mass]}
              Z: {any_of: [Mass, Mess]}
            """));

    [Fact]
    public void Read_Tables_ShareOneNameSpace() => Assert.Equal(
        [
            "p.yaml:10:3: ratings: the name 'one' is taken by the label set 'one' at p.yaml:7:3; choose another",
            "p.yaml:12:3: consensus: the name 'two' is taken by the label set 'two' at p.yaml:8:3; choose another",
            "p.yaml:12:28: consensus.two.ratings: expected the name of a ratings table, found 'one', which is a label set",
            "p.yaml:14:3: cohorts: the name 'd' is taken by the dataset 'd' at p.yaml:5:3; choose another",
        ],
        Scratch.Mistakes(ExampleProtocol.WithLabelSets + """
            ratings:
              one: {title: R, table: {files: b.csv, format: csv, columns: {image: i, raters: [a1, a2], findings: {Mass: 'm_{rater}'}}}}
            consensus:
              two: {title: X, ratings: one, rule: same-side}
            cohorts:
              d: {title: C, dataset: d, steps: [{name: s, title: S, first: 3}]}
            """));

    [Fact]
    public void Read_References_NameTheNearestOrWhatTheNameIs() => Assert.Equal(
        [
            "p.yaml:9:39: label_sets.x.dataset: expected the name of a dataset, found 'dd'; did you mean 'd'?",
            "p.yaml:9:54: label_sets.x.findings.0: expected the name of a finding, found 'infiltrate'; write 'Infiltration'",
            "p.yaml:9:66: label_sets.x.findings.1: expected the name of a finding, found 'mass'; write 'Mass'",
            "p.yaml:9:72: label_sets.x.findings.2: expected the name of a finding, found 'Mas'; did you mean 'Mass'?",
            "p.yaml:10:39: label_sets.y.dataset: expected the name of a dataset, found 'x', which is a label set; did you mean 'd'?",
            "p.yaml:12:11: agreement.drift.0: expected the name of a ratings table, found 'one', which is a label set",
            "p.yaml:12:16: agreement.drift.1: expected the name of a ratings table, found 'r'",
        ],
        Scratch.Mistakes(ExampleProtocol.WithLabelSets + """
              x: {title: X, kind: model, dataset: dd, findings: [infiltrate, mass, Mas]}
              y: {title: Y, kind: model, dataset: x}
            agreement:
              drift: [one, r]
            """));
}
