namespace Neatx.Workspace.Demo;

/// <summary>The names of the demo's files. Each says that it is synthetic, so that none is taken for the table whose format it has.</summary>
internal static class DemoFiles
{
    public const string Nih = "synthetic_nih_data_entry_v2020.csv";

    public const string FirstRelease = "synthetic_nih_data_entry.csv.gz";

    public const string Boxes = "synthetic_nih_bbox_list.csv";

    public const string FourFindings = "synthetic_four_findings.csv";

    public const string SixteenFindings = "synthetic_sixteen_findings.csv";

    public const string PanelReaders = "synthetic_sixteen_findings_readers.csv";

    public const string PadChest = "synthetic_padchest.csv.gz";

    public const string Ratings = "synthetic_tube_ratings.csv";

    public const string ExpertTubes = "synthetic_expert_tubes.csv";

    public const string ExpertMarks = "synthetic_expert_marks.csv";

    public const string ExpertDrains = "synthetic_expert_drains.csv";

    public const string Truth = "synthetic_truth.csv";
}
