namespace Neatx.Workspace.Tests.Protocol;

/// <summary>The section of the campaign.</summary>
public sealed class CampaignTests
{
    private const string WithCohorts = ExampleProtocol.WithLabelSets + """
        cohorts:
          rated: {title: Rated, dataset: d, steps: [{name: s, title: S, first: 10}]}
          gold: {title: Gold, dataset: d, steps: [{name: s, title: S, first: 1}]}

        """;

    [Fact]
    public void Read_CampaignWithoutMore_HasDefaults()
    {
        var campaign = Scratch.Document(WithCohorts + """
            campaign: {title: Lumps, images: rated, findings: {Mass: , Nodule: {title: A nodule, key: 7, asks_side: true}}}
            """).Campaign!;
        Assert.Equal("Lumps", campaign.Title);
        Assert.Equal(["Mass Mass 1 False", "Nodule A nodule 7 True"], campaign.Findings.Select(each => $"{each.Name} {each.Title} {each.Key} {each.AsksSide}"));
        var plan = campaign.ToPlan(seed: 5);
        Assert.Null(plan.Mistake());
        Assert.Equal((2, false, 0.0, 0.0, 5UL), (plan.Overlap, plan.SharedOrder, plan.Repeats, plan.HiddenGold, plan.Seed));
    }

    [Fact]
    public void Read_CampaignInFull_IsBound()
    {
        var campaign = Scratch.Document(WithCohorts + """
            campaign:
              title: Lumps
              images: rated
              findings: {Mass: }
              guideline: a.csv
              examples: [{file: b.csv, caption: A mass, finding: Mass}]
              overlap: 3
              order: shared
              repeats: .1
              gold: {label_set: one, qualification: gold, hidden: gold, hidden_share: .2}
              sealed: two
              raters: [r1, r2, r3]
              qualification: {bound: .7}
              stop: {half_width: .03}
              language: da
            """).Campaign!;
        Assert.True(Path.IsPathFullyQualified(campaign.Guideline!));
        Assert.Equal("A mass", campaign.Examples.Single().Caption);
        Assert.Equal((.7, .03, .2), (campaign.Qualification!.Bound, campaign.Stop!.HalfWidth, campaign.ToPlan(1).HiddenGold));
        Assert.Equal("two", campaign.Sealed);
    }

    [Fact]
    public void Read_CampaignMistakes_AreAllReported() => Assert.Equal(
        [
            "p.yaml:14:11: campaign.images: expected the name of a cohort or dataset, found 'one', which is a label set; known: d, rated, gold",
            "p.yaml:15:14: campaign.findings: expected the name of a finding, found 'Lump'; known: Mass, Nodule, Nodule or mass, Infiltration",
            "p.yaml:15:34: campaign.findings.Mass.key: expected one digit, found 'x'; letters choose grades and commands",
            "p.yaml:16:14: campaign.guideline: expected the file 'guide.md' beside the protocol or in FOLDER, found none; check its name",
            "p.yaml:17:10: campaign.order: expected an order (per_rater or shared), found 'random'",
            "p.yaml:18:9: campaign.gold: expected one of the keys 'training', 'qualification' or 'hidden', found none; without images a reference standard does nothing",
            "p.yaml:20:11: campaign.raters: the rater 'r1' is named twice; give each a pseudonym of their own",
        ],
        Scratch.Mistakes(WithCohorts + """
            campaign:
              title: Lumps
              images: one
              findings: {Lump: , Mass: {key: x}}
              guideline: guide.md
              order: random
              gold: {label_set: two}
              sealed: two
              raters: [r1, r1]
              qualification: {bound: .5}
            """));

    [Fact]
    public void Read_CampaignThatContradictsItself_IsReported() => Assert.Equal(
        [
            "p.yaml:15:13: campaign.findings: two findings have the key '1'; give each a key of its own",
            "p.yaml:17:11: campaign.sealed: conflicts with 'gold', which shows this label set to raters; a sealed label set is another",
            "p.yaml:18:18: campaign.qualification: expected 'gold.qualification' beside it, the cohort that raters qualify on; add that or remove this",
        ],
        Scratch.Mistakes(WithCohorts + """
            campaign:
              title: Lumps
              images: rated
              findings: {Mass: , Nodule: {key: 1}}
              gold: {label_set: two, training: gold}
              sealed: two
              qualification: {bound: .5}
            """));
}
