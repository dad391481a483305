namespace Neatx.Workspace.Demo.Tables;

/// <summary>An expert's reading of some of the rated images: YES or NO for each tube.</summary>
internal sealed class ExpertTubeTable(TubeCampaign campaign) : DemoTable
{
    public override string FileName => DemoFiles.ExpertTubes;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(["ImageID", .. Tube.All.Select(tube => tube.Column)]);
        for (var index = 0; index < campaign.ExpertPositions.Count; index++)
            csv.Row([campaign.Images[campaign.ExpertPositions[index]].Name, .. Tube.All.Select((_, tube) => YesNo(campaign.ExpertSees(tube, index)))]);
    }
}
