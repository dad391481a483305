using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Core.Tests.Labels.Consensus;

/// <summary>The paper's 1,011 PadChest images, two raters, four tubes: the counts its released code makes and those its text implies.</summary>
[Trait("Data", "Real")]
public sealed class PadChestAnnotationsTests
{
    [Theory]
    [InlineData("Chest_drain_tube", 37, 946, 28)]
    [InlineData("NSG_tube", 449, 360, 202)]
    [InlineData("Endotracheal_tube", 162, 691, 158)]
    [InlineData("Tracheostomy_tube", 252, 744, 15)]
    public void SameSide_PadChestRatings_GivesThePublishedCounts(string tube, int positive, int negative, int uncertain)
    {
        var labels = new SameSide().Resolve(Read(tube)).Labels!;

        Assert.Equal(1011, labels.Items.Count);
        Assert.Equal(positive, labels.Items.Count(item => item.State == LabelState.Positive));
        Assert.Equal(negative, labels.Items.Count(item => item.State == LabelState.Negative));
        Assert.Equal(uncertain, labels.Items.Count(item => item.State == LabelState.Uncertain));
    }

    [Fact]
    public void BothCertain_NasogastricTube_Leaves432UsableImages()
    {
        var labels = new BothCertain().Resolve(Read("NSG_tube")).Labels!;

        Assert.Equal(432, labels.Items.Count(item => item.Class is not null));
    }

    [Fact]
    public void DawidSkene_TwoRatersWithoutReference_Refuses() =>
        Assert.StartsWith("With two raters the Dawid-Skene model is not identifiable", new DawidSkene().Resolve(Read("NSG_tube")).Refusal, StringComparison.Ordinal);

    private static RatingTable Read(string tube)
    {
        var lines = File.ReadAllLines(SharedData.Path("labels/neatx_padchest_annotations_raw.csv"));
        Assert.DoesNotContain(lines, line => line.Contains('"', StringComparison.Ordinal));
        var header = lines[0].Split(',').ToList();
        var item = header.IndexOf("ImageID");
        var (first, second) = (header.IndexOf(tube + "_a1"), header.IndexOf(tube + "_a2"));
        var builder = new RatingTableBuilder(RatingScale.Certainty);
        foreach (var fields in lines.Skip(1).Select(line => line.Split(',')))
        {
            Assert.True(Rating.TryParse(fields[first], out var rating1) & Rating.TryParse(fields[second], out var rating2));
            builder.Add(fields[item], "a1", rating1).Add(fields[item], "a2", rating2);
        }

        return builder.Build();
    }
}
