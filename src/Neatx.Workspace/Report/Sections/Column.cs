namespace Neatx.Workspace.Report.Sections;

/// <summary>A column of a table in the page.</summary>
/// <param name="Heading">What the reader sees on top.</param>
/// <param name="Text">The cell's text.</param>
/// <param name="Numeric">True aligns to the right, with figures of one width.</param>
internal sealed record Column<T>(string Heading, Func<T, string> Text, bool Numeric = false)
{
    /// <summary>A smaller line under the text, or null.</summary>
    public Func<T, string?>? Note { get; init; }

    /// <summary>A class for the cell, or null.</summary>
    public Func<T, string?>? Class { get; init; }
}
