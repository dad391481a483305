using System.Globalization;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The first nine columns of the NIH tables (eleven cells: two columns hold a pair), which the four-finding table repeats.</summary>
internal static class NihColumns
{
    public const string Header =
        "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y]";

    /// <summary>The cells of an image as the corrected table and the review tables write them.</summary>
    public static string[] Cells(SimulatedImage image, string labels)
    {
        var (size, spacing) = Detector(image);
        var patient = image.Patient;
        return
        [
            NihArchive.NameOf(image), labels, Text(image.FollowUp), Text(patient.Number), Text(image.Age), patient.Sex, View(image),
            size[0], size[1], spacing, spacing,
        ];
    }

    /// <summary>The cells as the first release wrote them: numbers padded with zeros, ages with a unit.</summary>
    public static string[] FirstReleaseCells(SimulatedImage image, string labels)
    {
        var cells = Cells(image, labels);
        cells[2] = image.FollowUp.ToString("D3", CultureInfo.InvariantCulture);
        cells[3] = image.Patient.Number.ToString("D8", CultureInfo.InvariantCulture);
        cells[4] = string.Create(CultureInfo.InvariantCulture, $"{image.Age:D3}Y");
        return cells;
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string View(SimulatedImage image) => image.AtBedside ? "AP" : "PA";

    private static (string[] Size, string Spacing) Detector(SimulatedImage image)
    {
        if (image.AtBedside) return (["2500", "2048"], "0.168");
        return (image.Patient.Number % 2 == 0) ? (["2992", "2991"], "0.143") : (["3056", "2544"], "0.139");
    }
}
