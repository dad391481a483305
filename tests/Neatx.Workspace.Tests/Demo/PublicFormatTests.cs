namespace Neatx.Workspace.Tests.Demo;

/// <summary>The demo's tables have the headers, line ends and cell forms of the published tables.</summary>
public sealed class PublicFormatTests(DemoFolder folder) : IClassFixture<DemoFolder>
{
    [Theory]
    [Trait("Data", "Real")]
    [InlineData("synthetic_nih_data_entry_v2020.csv", "labels/Data_Entry_2017_v2020.csv.gz")]
    [InlineData("synthetic_nih_data_entry.csv.gz", "labels/Data_Entry_2017.csv.gz")]
    [InlineData("synthetic_nih_bbox_list.csv", "labels/BBox_List_2017.csv.gz")]
    [InlineData("synthetic_four_findings.csv", "labels/gcs4l_four_findings_test_labels.csv")]
    [InlineData("synthetic_sixteen_findings.csv", "labels/gcs16l_all_findings_test_labels.csv")]
    [InlineData("synthetic_sixteen_findings_readers.csv", "labels/gcs16l_all_findings_individual_readers.csv.gz")]
    [InlineData("synthetic_tube_ratings.csv", "labels/neatx_padchest_annotations_raw.csv")]
    public void Header_OfADemoTable_IsThePublishedOne(string demo, string published) =>
        Assert.Equal(DemoTableReader.Header(SharedData.Path(published)), DemoTableReader.Header(Made(demo)));

    [Fact]
    public void Header_OfPadChest_HasANamelessIndexAnd35Columns()
    {
        var header = DemoTableReader.Header(Made("synthetic_padchest.csv.gz")).Split(',');
        Assert.Equal(36, header.Length);
        Assert.Equal("", header[0]);
        Assert.Equal("ImageID", header[1]);
        Assert.Equal(["MethodLabel", "Labels", "Localizations", "LabelsLocalizationsBySentence", "labelCUIS", "LocalizationsCUIS"], header[30..]);
    }

    [Fact]
    public void PadChestLabels_AreListsWithBlanksRepeatsAndEmptyStrings()
    {
        var cells = DemoTableReader.Rows(Made("synthetic_padchest.csv.gz")).Select(row => row[31]).ToList();
        Assert.Contains(cells, cell => cell.Length == 0);
        Assert.Contains(cells, cell => cell.Contains(", ' ", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.EndsWith(", '']", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell == "['nsg tube', 'nsg tube']");
        Assert.Equal("['nsg tube', 'normal", Assert.Single(cells, cell => cell.Length > 0 && !cell.EndsWith(']')));
    }

    [Fact]
    public void FirstRelease_Ages_HaveAUnit() =>
        Assert.All(DemoTableReader.Rows(Made("synthetic_nih_data_entry.csv.gz")).Take(100), row => Assert.Matches("^0[0-9]{2}Y$", row[4]));

    [Fact]
    public void Releases_OfTheLabels_DifferOnAboutOneImageInAHundred()
    {
        var corrected = DemoTableReader.Rows(Made("synthetic_nih_data_entry_v2020.csv"))
            .DistinctBy(row => row[0], StringComparer.Ordinal).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var differ = DemoTableReader.Rows(Made("synthetic_nih_data_entry.csv.gz")).Count(row => corrected[row[0]] != row[1]);
        Assert.InRange(differ, 80, 160);
    }

    [Fact]
    public void Ratings_AreCertaintiesOrInvalid()
    {
        var answers = DemoTableReader.Rows(Made("synthetic_tube_ratings.csv")).SelectMany(row => row[3..7]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("0.0 0.25 0.5 0.6 0.75 1.0 INVALID", string.Join(' ', answers.Order(StringComparer.Ordinal)));
    }

    private string Made(string name) => Path.Combine(folder.Default.DataRoot, name);
}
