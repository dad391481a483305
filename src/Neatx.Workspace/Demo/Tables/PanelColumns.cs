namespace Neatx.Workspace.Demo.Tables;

/// <summary>The columns of the sixteen-finding review: "Abnormal" (anything seen), the fourteen, "Other".</summary>
internal static class PanelColumns
{
    public static IReadOnlyList<string> Names { get; } =
        ["Abnormal", .. NihFinding.All.Select(finding => finding.Name.Replace('_', ' ')), "Other"];

    /// <summary>"Image ID" and "Patient ID" of a reviewed image.</summary>
    public static string[] Keys(NihReview review, int position)
    {
        var image = review.Archive.Population.Images[review.Images[position]];
        return [NihArchive.NameOf(image), NihColumns.Text(image.Patient.Number)];
    }
}
