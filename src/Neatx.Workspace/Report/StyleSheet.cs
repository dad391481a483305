namespace Neatx.Workspace.Report;

/// <summary>The style of the report: figures.css for the pictures, report.css for the page around them.</summary>
internal static class StyleSheet
{
    public static string Text { get; } = Read("figures.css") + Read("report.css");

    private static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream($"Neatx.Workspace.Report.{name}")
            ?? throw new InvalidOperationException($"The style sheet {name} was not built into the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
