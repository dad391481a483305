using System.Globalization;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>
/// The PadChest master table: a nameless index column and 35 named ones, lists written as Python literals. One row is broken on purpose: it has a list that is not closed.
/// Columns that no stage reads hold plausible constants or are blank.
/// </summary>
internal sealed class PadChestTable(PadChestArchive archive) : DemoTable
{
    /// <summary>The 36 header cells.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "", "ImageID", "ImageDir", "StudyDate_DICOM", "StudyID", "PatientID", "PatientBirth", "PatientSex_DICOM", "ViewPosition_DICOM", "Projection",
        "MethodProjection", "Pediatric", "Modality_DICOM", "Manufacturer_DICOM", "PhotometricInterpretation_DICOM", "PixelRepresentation_DICOM",
        "PixelAspectRatio_DICOM", "SpatialResolution_DICOM", "BitsStored_DICOM", "WindowCenter_DICOM", "WindowWidth_DICOM", "Rows_DICOM",
        "Columns_DICOM", "XRayTubeCurrent_DICOM", "Exposure_DICOM", "ExposureInuAs_DICOM", "ExposureTime", "RelativeXRayExposure_DICOM", "ReportID",
        "Report", "MethodLabel", "Labels", "Localizations", "LabelsLocalizationsBySentence", "labelCUIS", "LocalizationsCUIS",
    ];

    public override string FileName => DemoFiles.PadChest;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(Header);
        for (var row = 0; row < archive.Entries.Count; row++)
        {
            if (row == archive.Entries.Count / 2)
                csv.Row(Cells(row, archive.Entries[row] with { Name = "99999999999999999999_broken.png" }, "['nsg tube', 'normal"));
            var entry = archive.Entries[row];
            csv.Row(Cells(row, entry, entry.Labels is { } labels ? Literal(labels) : ""));
        }
    }

    /// <summary>A Python list of strings, as repr writes it.</summary>
    private static string Literal(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(item => $"'{item}'"))}]";

    private static string[] Cells(int row, PadChestEntry entry, string labels)
    {
        var patient = entry.Image.Patient;
        var year = 2009 + (entry.Image.Age - patient.AgeAtFirst);
        var study = Number(900_000_000 + (row * 7L));
        return
        [
            Number(row), entry.Name, Number(entry.Folder), $"{Number(year)}0{Number(1 + (row % 9))}{(10 + (row % 18)).ToString(CultureInfo.InvariantCulture)}", study,
            $"99{patient.Number.ToString("D8", CultureInfo.InvariantCulture)}", $"{Number(2009 - patient.AgeAtFirst)}.0", patient.Sex,
            entry.Image.AtBedside ? "ANTEROPOSTERIOR" : "POSTEROANTERIOR", entry.Projection, "Manual review of DICOM fields",
            entry.Image.Age < 18 ? "PED" : "No", "CR", "Synthetic", "MONOCHROME2", "0", "", "0.16", "12", "2047", "4095", "2048", "2048",
            "", "", "", "", "", Number(800_000_000 + (row * 3L)), "synthetic report",
            entry.ByPhysician ? "Physician" : "RNN_model", labels, "[]", "[[]]", "[]", "[]",
        ];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
