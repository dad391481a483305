namespace Neatx.Workspace.Agreement;

/// <summary>A ratings table as agreement reads it.</summary>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="File">Its Parquet file, relative to the run folder: image, patient, row, rater, then a column of codes a finding.</param>
/// <param name="Raters">In order.</param>
/// <param name="Findings">What was rated.</param>
/// <param name="States">True when the codes are label states, false when they are ratings.</param>
public sealed record RatingsSource(string Name, string File, IReadOnlyList<string> Raters, IReadOnlyList<string> Findings, bool States)
{
    /// <summary>One rater's ratings as label states.</summary>
    public ComparedSide RaterStates(string rater) => Rater(rater, RatingCodes.States);

    /// <summary>One rater as a side of a comparison.</summary>
    internal ComparedSide Rater(string rater, RatingCodes codes) =>
        ComparedSide.Rater(rater, File, Findings, bySide: !States && codes == RatingCodes.States);
}
