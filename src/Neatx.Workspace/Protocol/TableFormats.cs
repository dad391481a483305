using Neatx.Core.Labels;

namespace Neatx.Workspace.Protocol;

/// <summary>The formats that tables may be in, each with the columns it brings along; a protocol's own columns are laid over these.</summary>
public static class TableFormats
{
    /// <summary>The format without columns of its own: any delimited table.</summary>
    public const string Csv = "csv";

    /// <summary>Every format, in the order they are listed to users.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new(Csv, "Any delimited table; columns says what its columns mean.", new()),
        new("nih_cxr14", "NIH-CXR14's Data_Entry tables, of either release.", new()
        {
            Image = "Image Index",
            Patient = "Patient ID",
            Age = "Patient Age",
            Sex = "Patient Gender",
            View = "View Position",
            FindingList = "Finding Labels",
            Separator = "|",
            NoFinding = ["No Finding"],
            Keep = Columns(("follow_up", "Follow-up #")),
        }),
        new("nih_bbox", "NIH-CXR14's boxes, one row a box.", new()
        {
            Image = "Image Index",
            FindingName = "Finding Label",
            CombineRows = true,
        }),
        new("padchest", "PadChest's master table of 35 columns.", new()
        {
            Image = "ImageID",
            Patient = "PatientID",
            Study = "StudyID",
            Sex = "PatientSex_DICOM",
            View = "Projection",
            FindingList = "Labels",
            NormaliseNames = true,
            NoFinding = ["normal"],
            Keep = Columns(
                ("labels", "Labels"),
                ("method_label", "MethodLabel"),
                ("study_date", "StudyDate_DICOM"),
                ("birth_year", "PatientBirth"),
                ("pediatric", "Pediatric"),
                ("image_dir", "ImageDir")),
        }),
        new("rsna", "The RSNA pneumonia challenge's training labels, one row a box.", new()
        {
            Image = "patientId",
            Findings = Columns(("Pneumonia", "Target")),
            Values = new Dictionary<string, LabelState>(StringComparer.OrdinalIgnoreCase) { ["1"] = LabelState.Positive, ["0"] = LabelState.Negative },
            CombineRows = true,
        }),
        new("image_list", "One image id a line, without a header.", new()
        {
            Header = false,
            Image = "1",
        }),
    ];

    /// <summary>The format of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TableFormat Find(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"There is no format '{name}'.", nameof(name));

    private static OrderedDictionary<string, string> Columns(params (string Name, string Column)[] columns) =>
        new(columns.Select(each => KeyValuePair.Create(each.Name, each.Column)), StringComparer.Ordinal);
}
