using System.Globalization;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The lines that the expert drew along the tubes seen: where the phantom's tubes are. None where the expert saw what is not there.</summary>
/// <param name="campaign">With the expert.</param>
/// <param name="films">Of the campaign's images, in their order.</param>
internal sealed class ExpertMarkTable(TubeCampaign campaign, IReadOnlyList<FilmOrder> films) : DemoTable
{
    private static readonly (string Finding, PhantomRegion Region)[] Tubes =
    [
        ("Chest drain", PhantomRegion.ChestDrain),
        ("Nasogastric tube", PhantomRegion.NasogastricTube),
        ("Endotracheal tube", PhantomRegion.EndotrachealTube),
        ("Tracheostomy tube", PhantomRegion.TracheostomyTube),
    ];

    public override string FileName => DemoFiles.ExpertMarks;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row("image", "finding", "line", "box");
        for (var index = 0; index < campaign.ExpertPositions.Count; index++)
        {
            var film = films[campaign.ExpertPositions[index]];
            var lines = PhantomTraces.Of(film.Scene);
            for (var tube = 0; tube < Tubes.Length; tube++)
            {
                if (!campaign.ExpertSees(tube, index) || !lines.TryGetValue(Tubes[tube].Region, out var line)) continue;
                csv.Row(film.Name, Tubes[tube].Finding, $"[{string.Join(',', line.Select(point => $"[{Text(point.X)},{Text(point.Y)}]"))}]", "");
            }
        }
    }

    private static string Text(float share) => share.ToString("0.####", CultureInfo.InvariantCulture);
}
