namespace Neatx.Workspace.Demo.Truth;

/// <summary>What the simulation implies about agreement, computed from the known skills and not from drawn ratings.</summary>
internal static class KnownTruth
{
    /// <summary>The two raters with each other, their consensus with the archive's labels, and the parsed labels with the panel.</summary>
    public static IEnumerable<ImpliedKappa> Of(TubeCampaign campaign, NihReview review)
    {
        for (var tube = 0; tube < Tube.All.Count; tube++)
        {
            var label = Tube.All[tube].Label;
            if (Raters(campaign, tube).Kappa() is { } raters) yield return new(TubeRaters.Names[0], TubeRaters.Names[1], label, raters);
            if (Consensus(campaign, tube).Kappa() is { } consensus) yield return new("nonexp", "padchest", label, consensus);
        }

        for (var finding = 0; finding < NihFinding.All.Count; finding++)
            if (Panel(review, finding).Kappa() is { } panel) yield return new("cxr14", "sixteen", NihFinding.All[finding].Name, panel);
    }

    private static ExpectedCrosstab Raters(TubeCampaign campaign, int tube)
    {
        var crosstab = new ExpectedCrosstab();
        for (var position = 0; position < campaign.Images.Count; position++)
            crosstab.Add(Chances(campaign, tube, 0, position), Chances(campaign, tube, 1, position));
        return crosstab;
    }

    private static ExpectedCrosstab Consensus(TubeCampaign campaign, int tube)
    {
        var crosstab = new ExpectedCrosstab();
        for (var position = 0; position < campaign.Images.Count; position++)
        {
            var both = AnswerChances.SameSide(Chances(campaign, tube, 0, position), Chances(campaign, tube, 1, position));
            crosstab.Add(both, AnswerChances.Certain(campaign.Images[position].IsLabelled(Tube.All[tube])));
        }

        return crosstab;
    }

    /// <summary>Given the parsed labels, by which the reviewed images were picked.</summary>
    private static ExpectedCrosstab Panel(NihReview review, int finding)
    {
        var crosstab = new ExpectedCrosstab();
        foreach (var image in review.Images.Take(NihReview.SixteenFindingImages))
        {
            var majority = AnswerChances.MostOfThree(NihFinding.All[finding].Reader, review.Archive.Shows(image, finding));
            crosstab.Add(AnswerChances.Certain(review.Archive.Parsed(image, finding)), majority);
        }

        return crosstab;
    }

    private static AnswerChances Chances(TubeCampaign campaign, int tube, int rater, int position) => AnswerChances.Of(
        campaign.Simulations[tube].Raters[rater], campaign.ItemsOf(tube)[position], position / (campaign.Images.Count - 1.0));
}
