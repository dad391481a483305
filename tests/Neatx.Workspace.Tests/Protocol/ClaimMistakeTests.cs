namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Claims.</summary>
public sealed class ClaimMistakeTests
{
    [Fact]
    public void Read_Claims_HaveOneQuantity() => Assert.Equal(
        [
            "p.yaml:14:6: claims.a: expected one of the keys agreement, crosstab, shared_images, cohort, images, patients, states, evaluation or not_computable, found none",
            "p.yaml:15:41: claims.b.images: expected the name of a dataset, label set or ratings table, found 'dd'; did you mean 'd'?",
            "p.yaml:15:55: claims.b.patients: conflicts with 'images'; keep one of the two",
            "p.yaml:16:29: claims.s.published: expected one number, as 'images' is not about a finding, found a map",
            "p.yaml:16:78: claims.s.images: conflicts with 'agreement'; keep one of the two",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              a: {source: S, published: .7}
              b: {source: S, published: .7, images: dd, patients: one}
              s: {source: S, published: {Mass: .5}, agreement: {a: one, b: two}, images: d}
            """));

    [Fact]
    public void Read_Published_IsANumberAsPrinted() => Assert.Equal(
        [
            "p.yaml:14:30: claims.b2.published: expected a number as it was printed, such as .70 or 3709, found the text 'abc'",
            "p.yaml:15:29: claims.u.published: expected a number as it was printed, such as .70 or 3709, found the number 1e3",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              b2: {source: S, published: abc, images: d}
              u: {source: S, published: 1e3, images: d}
            """));

    [Fact]
    public void Read_AgreementClaims_NameLabelSetsOrRaters() => Assert.Equal(
        [
            "p.yaml:14:29: claims.c.published: expected 'finding' beside one number, as 'agreement' is about a finding, or a map from finding to number",
            "p.yaml:14:56: claims.c.agreement.b: expected the name of a label set, found 'tow'; did you mean 'two'?",
            "p.yaml:15:40: claims.e.published: expected the name of a finding, found 'Nodul'; did you mean 'Nodule'?",
            "p.yaml:15:47: claims.e.published.Nodul: expected a number as it was printed, such as .70 or 3709, found the text 'x'",
            "p.yaml:15:73: claims.e.agreement.b: expected a rater of 'r', found 'a3'; did you mean 'a1'?",
            "p.yaml:15:100: claims.e.agreement.statistic: expected a statistic, found 'kohen_kappa'; did you mean 'cohen_kappa'?",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              c: {source: S, published: .7, agreement: {a: one, b: tow}}
              e: {source: S, published: {Mass: .7, Nodul: x}, agreement: {a: a1, b: a3, ratings: r, statistic: kohen_kappa}}
            """));

    [Fact]
    public void Read_StateClaims_NameALabelSetOrOneRater() => Assert.Equal(
        [
            "p.yaml:14:50: claims.f.finding: conflicts with the findings of 'published'; keep one of the two",
            "p.yaml:14:69: claims.f.states: expected 'rater' beside the ratings table 'r', found none; a count of states is one rater's",
            "p.yaml:14:79: claims.f.states.state: expected a state (positive, negative, uncertain, invalid or missing), found 'positve'; did you mean 'positive'?",
            "p.yaml:15:54: claims.g.states: expected 'rater' beside the ratings table 'r', found none; a count of states is one rater's",
            "p.yaml:16:54: claims.h.states: conflict: 'one' is a label set and has no raters; remove 'rater' or name a ratings table",
            "p.yaml:17:81: claims.i.states.rater: expected a rater of 'r', found 'a9'; did you mean 'a1'?",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              f: {source: S, published: {Mass: .7}, finding: Mass, states: {of: r, state: positve}}
              g: {source: S, published: {Mass: .7}, states: {of: r, state: positive}}
              h: {source: S, published: {Mass: .7}, states: {of: one, state: positive, rater: a1}}
              i: {source: S, published: {Mass: .7}, states: {of: r, state: positive, rater: a9}}
            """));

    [Fact]
    public void Read_CountClaims_AreOneNumber() => Assert.Equal(
        [
            "p.yaml:14:29: claims.j.published: expected one number, as 'images' is not about a finding, found a map",
            "p.yaml:15:41: claims.k.finding: conflicts with 'images', which is not about a finding; remove it",
            "p.yaml:16:47: claims.l.cohort.name: expected the name of a cohort, found 'cc'; did you mean 'c'?",
            "p.yaml:17:56: claims.m.cohort.step: expected a step of the cohort 'c', found 'ss'; did you mean 's'?",
            "p.yaml:18:47: claims.n.shared_images: expected the key 'b', found none: The other.",
            "p.yaml:19:3: claims: expected a name (lower-case letters, digits and any of '_.-', a letter first, at most 64), found the text 'V'",
            "p.yaml:19:40: claims.V.images: expected the name of a dataset, label set or ratings table, found 'c', which is a cohort; did you mean 'd'?",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              j: {source: S, published: {Mass: 7}, images: d}
              k: {source: S, published: 7, finding: Mass, images: d}
              l: {source: S, published: 7, cohort: {name: cc, step: s}}
              m: {source: S, published: 7, cohort: {name: c, step: ss}}
              n: {source: S, published: 7, shared_images: {a: one}}
              V: {source: S, published: 3, images: c}
            """));

    [Fact]
    public void Read_Crosstabs_FitThePublishedNumbers() => Assert.Equal(
        [
            "p.yaml:14:112: claims.o.crosstab.Infiltration.1.1: expected a whole number from 0, found the number -4",
            "p.yaml:15:43: claims.p.crosstab: expected one crosstab, as 'published' is one number",
            "p.yaml:16:51: claims.q.crosstab: expected a crosstab for each finding, as in 'published'",
            "p.yaml:17:60: claims.r.crosstab.1: expected a list of 2, found a list of 1",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              o: {source: S, published: {Mass: .5, Nodule: .5}, crosstab: {Mass: [[1, 2], [3, 4]], Infiltration: [[1,2],[3,-4]]}}
              p: {source: S, published: .5, crosstab: {Mass: [[1, 2], [3, 4]]}}
              q: {source: S, published: {Mass: .5}, crosstab: [[1, 2], [3, 4]]}
              r: {source: S, published: {Mass: .5}, crosstab: [[1, 2], [3]]}
            """));

    [Fact]
    public void Read_ClaimIds_AreUniqueWhenExpanded() => Assert.Equal(
        [
            "p.yaml:14:85: claims.t.alternatives.0: expected the name of a label set, found 'three'; known: one, two",
            "p.yaml:14:103: claims.t.decimals: expected a whole number from 0 to 15, found the number 20",
            "p.yaml:14:113: claims.t.note: expected text, found the number 5; put it in quotes to make it text",
            "p.yaml:15:3: claims: the name 't.mass' is taken by the claim 't.mass' at p.yaml:14:30; choose another",
        ],
        Scratch.Mistakes(ExampleProtocol.WithCohort + """
            claims:
              t: {source: S, published: {Mass: .5}, agreement: {a: one, b: two}, alternatives: [three], decimals: 20, note: 5}
              t.mass: {source: S, published: 5, images: d}
            """));
}
