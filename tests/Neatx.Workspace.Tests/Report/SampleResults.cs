using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Report;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Tests.Report;

/// <summary>
/// A run as the paper's protocol makes it, for looking at the report and for tests: kappas and counts are those of Fig. 3 and of the annotation files,
/// intervals, crosstabs, patients and problems are invented around them.
/// </summary>
internal static class SampleResults
{
    public static RunResults Paper { get; } = new()
    {
        Protocol = "neatx",
        Title = "Augmenting Chest X-ray Datasets with Non-Expert Annotations: labels and agreement",
        Seed = 20250101,
        Provenance = new Provenance
        {
            ProtocolFile = "protocols/neatx.yaml",
            ProtocolSha256 = new string('7', 64),
            NeatxVersion = "0.1.0",
            Runtime = ".NET 10.0.1",
            DuckDbVersion = "1.5.6",
            Options = [new("resamples", "2000"), new("confidence", "0.95"), new("drift_window", "100")],
        },
        Tables = Tables(),
        Cohorts = Cohorts(),
        LabelSets = LabelSets(),
        Comparisons = [SampleComparisons.Fig3(), SampleComparisons.Fig4(), SampleComparisons.Raters()],
        Drift = [SampleDrift.Tubes],
        Claims = Claims(),
    };

    /// <summary>The least that a run can produce.</summary>
    public static RunResults Empty { get; } = Paper with { Tables = [], Cohorts = [], LabelSets = [], Comparisons = [], Drift = [], Claims = [] };

    private static IReadOnlyList<TableSummary> Tables() =>
    [
        Table("nih", "NIH-CXR14", "dataset", "labels/Data_Entry_2017_v2020.csv.gz", 112120, 112120, 30805, 15),
        Table("bbox", "BBox", "label_set", "labels/BBox_List_2017.csv.gz", 984, 880, 726, 8) with
        {
            Defects = [new Defect("ragged-header", "The header names three columns fewer than rows have; the box is read from columns 3 to 6.", 1)],
        },
        Table("gcs16l", "GCS16L", "label_set", "labels/gcs16l_all_findings_test_labels.csv", 810, 810, 664, 16),
        Table("gcs4l", "GCS4L", "label_set", "labels/gcs4l_four_findings_test_labels.csv", 4376, 4376, 1886, 4),
        Table("rsna", "RSNA", "label_set", "labels/rsna_stage_2_train_labels.csv.gz", 30227, 26586, 12345, 1) with
        {
            Defects =
            [
                new Defect("unreliable-mapping", "The pixel match of the RSNA image with its NIH image has an error of 10 or more; the row was dropped.", 98),
                new Defect("image-claimed-twice", "Two RSNA ids claim the same NIH image; the one with the smaller error was kept.", 1),
            ],
            ProblemRows = 3,
            Problems =
            [
                new Problem("unknown-value", "labels/rsna_stage_2_train_labels.csv.gz", 10233, "Target", "maybe", "0 or 1", "Correct the cell, or state what the value means under columns.values."),
                new Problem("too-few-columns", "labels/rsna_stage_2_train_labels.csv.gz", 20411, null, "0004cfab-14fd-4e49-80ba-63a80b6bddd6", "6 columns", "Restore the row from its source."),
            ],
            ProblemFile = "problems/rsna.csv",
        },
        Table("raters_padchest", "Ratings of PadChest tubes", "ratings", "labels/neatx_padchest_annotations_raw.csv", 1011, 1011, null, 4) with { Raters = ["rater 1", "rater 2"] },
        new TableSummary
        {
            Name = "padchest",
            Title = "PadChest",
            Kind = "dataset",
            Unavailable = "the master table PADCHEST_chest_x_ray_images_labels_160K.csv is not in the data folder; it is to be had from BIMCV on request",
        },
    ];

    private static TableSummary Table(string name, string title, string kind, string file, long rows, long images, long? patients, int findings) => new()
    {
        Name = name,
        Title = title,
        Kind = kind,
        Files = [new InputFile(file, rows * 71, string.Concat(Enumerable.Repeat("0a1b2c3d", 8)))],
        Rows = rows,
        Images = images,
        Patients = patients,
        Findings = [.. Enumerable.Range(1, findings).Select(index => FormattableString.Invariant($"finding {index}"))],
        Data = $"catalog/{name}.parquet",
    };

    private static IReadOnlyList<CohortFlow> Cohorts() =>
    [
        new CohortFlow("nih_drains", "NIH pneumothorax images to annotate", "nih",
        [
            new CohortCount("all", "NIH-CXR14 as read", 112120, 30805),
            new CohortCount("pneumothorax", "Labelled with pneumothorax", 5302, 1485) { Removed = 106818 },
            new CohortCount("no_expert_images", "Not labelled by the expert", 3921, 1203) { Removed = 1381 },
            new CohortCount("no_expert_patients", "Not of a patient whose images the expert labelled", 3709, 1100) { Removed = 212 },
            new CohortCount("agreed", "Both raters agreed", null, null) { Undefined = "the ratings of the NIH images are to be had only in part (1 760 of 3 543)" },
        ]),
        new CohortFlow("padchest_tubes", "PadChest images with a tube", "padchest",
        [
            new CohortCount("all", "PadChest as read", null, null) { Undefined = "the PadChest master table is not here" },
        ]),
    ];

    private static IReadOnlyList<LabelSetSummary> LabelSets() =>
    [
        new LabelSetSummary
        {
            Name = "cxr14", Title = "CXR14", Kind = "report parsing", Provenance = "labels/Data_Entry_2017_v2020.csv.gz", Images = 112120, Patients = 30805,
            Findings =
            [
                new("Atelectasis", 11559, 100561, 0, 0, 0), new("Cardiomegaly", 2776, 109344, 0, 0, 0), new("Effusion", 13317, 98803, 0, 0, 0), new("Infiltration", 19894, 92226, 0, 0, 0),
                new("Mass", 5782, 106338, 0, 0, 0), new("Nodule", 6331, 105789, 0, 0, 0), new("Pneumonia", 1431, 110689, 0, 0, 0), new("Pneumothorax", 5302, 106818, 0, 0, 0),
                new("Nodule or mass", 11207, 100913, 0, 0, 0), new("Pleural thickening", 3385, 108735, 0, 0, 0),
            ],
        },
        new LabelSetSummary
        {
            Name = "gcs4l", Title = "GCS4L", Kind = "image review", Provenance = "labels/gcs4l_four_findings_test_labels.csv and 1 more file", Images = 4376, Patients = 1886,
            Findings = [new("Airspace opacity", 2245, 2131, 0, 0, 0), new("Fracture", 181, 4195, 0, 0, 0), new("Pneumothorax", 431, 3945, 0, 0, 0), new("Nodule or mass", 618, 3598, 0, 0, 160)],
        },
        new LabelSetSummary
        {
            Name = "nonexp_padchest", Title = "Non-expert, PadChest", Kind = "non-expert", Provenance = "same-side over the ratings of PadChest tubes (2 raters)", Images = 1011, Patients = 803,
            Findings = [new("Chest drain", 37, 946, 25, 3, 0), new("Tracheostomy", 252, 744, 13, 2, 0), new("Endotracheal", 162, 691, 155, 3, 0), new("Nasogastric", 449, 360, 199, 3, 0)],
        },
        new LabelSetSummary
        {
            Name = "padchest", Title = "PadChest", Kind = "mixed", Provenance = "PadChest master table", Unavailable = "the PadChest master table is not here",
        },
    ];

    private static IReadOnlyList<ClaimResult> Claims() =>
    [
        Claim("fig3.cxr14-bbox.pneumonia", "Fig. 3", "Cohen\u2019s kappa of CXR14 and BBox, Pneumonia", 0.95, 2, 0.9489020270, ClaimStatus.Reproduced),
        Claim("fig3.cxr14-bbox.effusion", "Fig. 3", "Cohen\u2019s kappa of CXR14 and BBox, Effusion", 0.55, 2, 0.5540085679, ClaimStatus.Reproduced),
        Claim("fig3.gcs4l-cxr14.pneumothorax", "Fig. 3", "Cohen\u2019s kappa of GCS4L and CXR14, Pneumothorax", 0.43, 2, 0.4268087129, ClaimStatus.Reproduced),
        Claim("fig4.all.endotracheal", "Fig. 4", "Cohen\u2019s kappa of non-expert and PadChest labels, Endotracheal", 0.54, 2, 0.6495, ClaimStatus.Differs) with
        {
            From = "published crosstab", N = 853, Hint = "the rows Endotracheal and Nasogastric of the figure seem to be exchanged: with them swapped both are reproduced",
        },
        Claim("fig4.all.nasogastric", "Fig. 4", "Cohen\u2019s kappa of non-expert and PadChest labels, Nasogastric", 0.65, 2, 0.5415, ClaimStatus.Differs) with
        {
            From = "published crosstab", N = 809, Hint = "the rows Endotracheal and Nasogastric of the figure seem to be exchanged: with them swapped both are reproduced",
        },
        Claim("counts.rsna", "Sec. 3.1", "Images of RSNA", 26684, 0, 26585, ClaimStatus.Differs) with
        {
            Policy = null, Hint = "98 rows of the mapping are unreliable and were dropped, and one image is claimed twice",
        },
        Claim("counts.nih", "Sec. 3.1", "Images of NIH-CXR14", 112120, 0, 112120, ClaimStatus.Reproduced) with { Policy = null },
        Claim("fig4.exp.tracheostomy", "Fig. 4", "Cohen\u2019s kappa of non-expert and physicians\u2019 labels, Tracheostomy", 0.96, 2, null, ClaimStatus.NotComputable) with
        {
            From = null, N = null, Hint = "the PadChest master table is not here",
        },
        Claim("counts.padchest", "Sec. 3.1", "Images of PadChest", 160868, 0, null, ClaimStatus.NotComputable) with
        {
            From = null, N = null, Policy = null, Hint = "the PadChest master table is not here", Note = "The file is said to have 160 861 rows.",
        },
    ];

    private static ClaimResult Claim(string id, string source, string subject, double published, int decimals, double? computed, ClaimStatus status) => new()
    {
        Id = id,
        Source = source,
        Subject = subject,
        Published = published,
        Decimals = decimals,
        Computed = computed,
        Status = status,
        From = "data",
        N = 880,
        Policy = SampleComparisons.Dropped,
    };
}
