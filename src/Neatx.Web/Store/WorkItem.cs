using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>An image that a rater holds, for the server; the rater's page sees a handle in place of the numbers.</summary>
/// <param name="Image">The number of the image.</param>
/// <param name="Occurrence">0 for the first time.</param>
/// <param name="Position">The place among all that this rater was given, from 1.</param>
/// <param name="Kind">Why the rater has it; raters are told no more than their phase.</param>
/// <param name="LeasedUntil">Until when it is reserved.</param>
public sealed record WorkItem(int Image, int Occurrence, int Position, AssignmentKind Kind, DateTimeOffset LeasedUntil)
{
    internal static WorkItem Of(Assignment assignment) =>
        new(assignment.Image, assignment.Occurrence, assignment.Position, assignment.Kind, assignment.LeasedUntil);
}
