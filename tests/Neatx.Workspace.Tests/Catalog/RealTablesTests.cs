using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>Every file of shared/data/README.md, with the counts stated there and in shared/design/reference.md.</summary>
[Trait("Data", "Real")]
public sealed class RealTablesTests(RealRun real) : IClassFixture<RealRun>
{
    [Fact]
    public void Nih_Of2020_HasTheStatedCounts()
    {
        var table = real.Table("nih_cxr14");
        Assert.Equal((112_120L, 112_120L, (long?)30_805), (table.Rows, table.Images, table.Patients));
        Assert.Equal(5_302, Positive("cxr14", "Pneumothorax"));
        Assert.Equal(1_431, Positive("cxr14", "Pneumonia"));
        Assert.Equal(14, table.Findings.Count);
        Assert.Empty(table.Defects);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void Nih_FirstRelease_HasItsAgesAndHeader()
    {
        var table = real.Table("nih_cxr14_2017");
        Assert.Equal((112_120L, (long?)30_805), (table.Images, table.Patients));
        Assert.Equal(5_298, Positive("cxr14_2017", "Pneumothorax"));
        Assert.Equal(16, real.Defect("nih_cxr14_2017", "impossible-age"));
        Assert.Equal(112_120, real.Defect("nih_cxr14_2017", "ragged-header"));
        Assert.Equal(["16"], real.Run.Rows(table.Data, "count(*)", "1", "age IS NULL"));
        Assert.Equal(["27"], real.Run.Rows(table.Data, "count(*)", "1", "age <> floor(age)"));
    }

    [Fact]
    public void Boxes_HaveTheStatedCounts()
    {
        var table = real.Table("bbox");
        Assert.Equal((984L, 880L), (table.Rows, table.Images));
        Assert.Equal(984, real.Defect("bbox", "ragged-header"));
        Assert.Equal(98, Positive("bbox", "Pneumothorax"));
        Assert.Equal(123, Positive("bbox", "Infiltration"));
        Assert.Contains("Nodule or mass", table.Findings);
    }

    [Fact]
    public void Gcs_HaveTheStatedCounts()
    {
        Assert.Equal((810L, 810L), (real.Table("gcs16l").Rows, real.Table("gcs16l").Images));
        Assert.Equal(136, Positive("gcs16l", "Pneumothorax"));
        Assert.Equal(2_414 + 1_962, real.Table("gcs4l").Images);
        Assert.Equal(310 + 295, Positive("gcs4l", "Nodule or mass"));
        var readers = real.Table("gcs16l_readers");
        Assert.Equal((4_050L, 810L, 5, 16), (readers.Rows, readers.Images, readers.Raters.Count, readers.Findings.Count));
    }

    [Fact]
    public void Rsna_IsMappedAsStated()
    {
        var table = real.Table("rsna");
        Assert.Equal((30_227L, 26_585L), (table.Rows, table.Images));
        Assert.Equal((98L, 1L, 0L, 0L), (real.Defect("rsna", "map-row-dropped"), real.Defect("rsna", "image-claimed-twice"),
            real.Defect("rsna", "image-not-in-map"), real.Defect("rsna", "image-not-in-dataset")));
        var own = LabelSetTable.Build(
            real.Document.LabelSets.Single(set => set.Name == "rsna") with { Name = "rsna_own", ImageMap = null },
            real.Document.Datasets[0], new TableReference("none", null, "not asked for"), real.Run.Context, TestContext.Current.CancellationToken);
        Assert.Equal(26_684, own.Table.Images);
        Assert.Equal((6_012L, 20_672L), (own.Labels.Findings[0].Positive, own.Labels.Findings[0].Negative));
    }

    [Fact]
    public void NeatxRatings_HaveTheStatedCounts()
    {
        var padchest = real.Table("padchest_tubes");
        Assert.Equal((1_011L, 1_011L, 2), (padchest.Rows, padchest.Images, padchest.Raters.Count));
        Assert.Equal(["304", "178"], real.Run.Rows(padchest.Data, "count(*) FILTER (\"Endotracheal tube\" > 4)", "rater_number DESC", "true GROUP BY rater_number"));
        var nih = real.Table("nih_drains");
        Assert.Equal((1_760L, 1_760L), (nih.Rows, nih.Images));
        Assert.Equal(0, real.Defect("nih_drains", "image-not-in-dataset"));
        Assert.NotNull(nih.Patients);
        var released = real.Labels("nonexp_padchest_released").Findings;
        Assert.Equal(new StateCounts("Chest drain", 37, 946, 28, 0, 0), released[0]);
        Assert.Equal(new StateCounts("Tracheostomy tube", 252, 744, 15, 0, 0), released[3]);
        Assert.Equal(6_946, real.Table("padchest_tubes_6946").Images);
    }

    [Fact]
    public void Lists_HaveTheStatedCounts()
    {
        var columns = TableFormats.Find("image_list").Columns;
        Assert.Equal(25_596, real.Run.Dataset(columns, SharedData.Path("labels/nih_test_list.txt")).Images);
        Assert.Equal(86_524, real.Run.Dataset(columns, SharedData.Path("labels/nih_train_val_list.txt.gz")).Images);
    }

    [Fact]
    public void AbsentTables_AreUnavailableWithTheReason()
    {
        Assert.StartsWith("labels/PADCHEST_chest_x_ray_images_labels_160K_01.02.19.csv is absent; to be had from https://bimcv", real.Table("bimcv_padchest").Unavailable, StringComparison.Ordinal);
        Assert.StartsWith("its dataset 'bimcv_padchest': labels/PADCHEST", real.Labels("padchest").Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Cohorts_OfTheProtocol_AreCounted()
    {
        Assert.Equal([112_120, 5_302, null, null], Counts("nih_pneumothorax"));
        Assert.Equal([112_120, 5_298], Counts("nih_pneumothorax_2017"));
        Assert.Equal([6_946, 1_011], Counts("padchest_with_tube"));
        Assert.Equal([6_946, 5_935], Counts("padchest_not_annotated"));
        Assert.Equal([1_011, 809, 432], Counts("padchest_nasogastric_usable"));
        Assert.Equal([1_011, 666], Counts("padchest_decided_on_all"));
    }

    [Theory]
    [InlineData("cxr14", "bbox", "Pneumothorax", 880, .7107195598)]
    [InlineData("cxr14", "bbox", "Nodule or mass", 880, .7345333750)]
    [InlineData("cxr14", "bbox", "Infiltration", 880, .4565558344)]
    [InlineData("cxr14", "gcs4l", "Pneumothorax", 4376, .4268087129)]
    [InlineData("bbox", "gcs4l", "Pneumothorax", 61, .7004909984)]
    [InlineData("bbox", "gcs4l", "Nodule or mass", 61, .6834692365)]
    [InlineData("cxr14", "rsna", "Pneumonia", 26585, .0569)]
    public void Pairs_OfFig3_GiveItsKappas(string a, string b, string finding, int images, double kappa)
    {
        var counts = new double[2, 2];
        using var session = real.Run.Context.Database.Open(TestContext.Current.CancellationToken);
        session.Query($"SELECT a.\"{finding}\" = 3, b.\"{finding}\" = 3, count(*) FROM {session.Parquet(real.Table(a).Data!)} a "
            + $"JOIN {session.Parquet(real.Table(b).Data!)} b USING (image) GROUP BY ALL",
            row => counts[row.GetBoolean(0) ? 1 : 0, row.GetBoolean(1) ? 1 : 0] = row.GetInt64(2));
        var n = counts[0, 0] + counts[0, 1] + counts[1, 0] + counts[1, 1];
        Assert.Equal(images, n);
        var observed = (counts[0, 0] + counts[1, 1]) / n;
        var chance = (((counts[0, 0] + counts[0, 1]) * (counts[0, 0] + counts[1, 0])) + ((counts[1, 0] + counts[1, 1]) * (counts[0, 1] + counts[1, 1]))) / (n * n);
        Assert.Equal(kappa, (observed - chance) / (1 - chance), finding == "Pneumonia" ? 4 : 9);
    }

    private long Positive(string set, string finding) => real.Labels(set).Findings.Single(counts => counts.Finding == finding).Positive;

    private IEnumerable<long?> Counts(string cohort) => CohortTable.Build(
        real.Document.Cohorts.Single(each => each.Name == cohort), real.References, real.Document.Seed, real.Run.Context, TestContext.Current.CancellationToken)
        .Steps.Select(step => step.Images);
}
