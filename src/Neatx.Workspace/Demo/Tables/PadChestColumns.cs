using System.Globalization;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>
/// The columns of PadChest's master table: a nameless index and 35 named ones, lists written as Python literals. Columns that no stage reads
/// hold plausible constants or are blank.
/// </summary>
internal static class PadChestColumns
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

    /// <summary>A Python list of strings, as repr writes it.</summary>
    public static string Literal(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(item => $"'{item}'"))}]";

    /// <summary>The cells of one row.</summary>
    /// <param name="labels">The cell "Labels" as it is to stand in the file.</param>
    public static string[] Cells(int row, PadChestEntry entry, string labels)
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
