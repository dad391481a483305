using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>
/// Goes through a whole campaign: follows the hash chain from the first event, replays the log, and compares what follows with the tables that
/// are kept beside it. The log streams; the state is in memory.
/// </summary>
/// <param name="Events">How many events there are.</param>
/// <param name="LastHash">The hash of the last, which stands for all.</param>
/// <param name="Mistakes">What is wrong, at most <see cref="MostMistakes"/>; empty when the campaign is whole.</param>
public sealed record CampaignVerification(long Events, EventHash LastHash, IReadOnlyList<string> Mistakes)
{
    public const int MostMistakes = 20;

    public bool IsWhole => Mistakes.Count == 0;

    /// <summary>Verifies what a reader sees at this moment, also while a server works on it.</summary>
    /// <param name="reader">Of the campaign.</param>
    /// <param name="progress">Hears how many events were followed.</param>
    /// <param name="token">Cancels.</param>
    public static CampaignVerification Of(CampaignReader reader, IProgress<long>? progress = null, CancellationToken token = default)
    {
        using var snapshot = reader.BeginSnapshot();
        var mistakes = new List<string>();
        var chain = new EventChain();
        var state = new CampaignState();
        foreach (var entry in reader.Events())
        {
            token.ThrowIfCancellationRequested();
            if ((chain.Follow(entry) ?? Apply(state, entry)) is { } mistake)
            {
                // What comes after a broken link cannot be judged.
                mistakes.Add(mistake);
                return new(chain.LastSequence, chain.LastHash, mistakes);
            }

            if (entry.Sequence % 10_000 == 0) progress?.Report(entry.Sequence);
        }

        CompareAssignments(reader.Connection, state, mistakes);
        CompareAdjudication(reader.Connection, state, mistakes);
        CompareImages(reader, state, mistakes);
        return new(chain.LastSequence, chain.LastHash, [.. mistakes.Take(MostMistakes)]);
    }

    private static string? Apply(CampaignState state, CampaignEvent entry)
    {
        try
        {
            state.Apply(entry);
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return $"Event {entry.Sequence} cannot follow from those before it: {error.Message}";
        }
    }

    private static void CompareAssignments(DbConnection connection, CampaignState state, List<string> mistakes)
    {
        var left = state.Raters.Sum(rater => rater.Assignments.Count);
        foreach (var row in AssignmentStatements.Read(connection))
        {
            var replayed = state.FindRater(row.Rater)?.Find(row.Image, row.Occurrence);
            if (replayed is not null) left--;
            // An image that is only reserved is not in the log.
            var expected = replayed is not null ? AssignmentRow.Of(replayed, state.Plan!) : AssignmentRow.Blank(row, state.Plan!);
            if (!row.HasAnswersOf(expected)) Add(mistakes, $"Rater {row.Rater}, image {row.Image}, occurrence {row.Occurrence}: the table of answers differs from the log.");
        }

        if (left > 0) Add(mistakes, $"{left} assignments of the log are not in the table of answers.");
    }

    private static void CompareAdjudication(DbConnection connection, CampaignState state, List<string> mistakes)
    {
        var rows = AdjudicationRow.Read(connection).ToDictionary(row => row.Image);
        foreach (var answers in state.Adjudicated.Values)
        {
            if (!rows.Remove(answers.Image, out var row) || row != AdjudicationRow.Of(answers, state.Plan!))
                Add(mistakes, $"Image {answers.Image}: the table of decisions differs from the log.");
        }

        if (rows.Count > 0) Add(mistakes, $"{rows.Count} decisions in the table are not in the log.");
    }

    private static void CompareImages(CampaignReader reader, CampaignState state, List<string> mistakes)
    {
        using var list = new ImageListHash();
        var lots = new Queue<AddedImages>(state.Added);
        foreach (var image in reader.Images())
        {
            if (!lots.TryPeek(out var lot))
            {
                Add(mistakes, $"Image {image.Number} is not in the log.");
                return;
            }

            list.Add(image);
            if (list.Count < lot.Count) continue;
            if (list.Finish() != lot.Sha256) Add(mistakes, $"Images {lot.First} to {lot.First + lot.Count - 1} are not those that the log says were added.");
            lots.Dequeue();
        }

        if (lots.Count > 0) Add(mistakes, $"Images from number {lots.Peek().First} on are missing in the table of images.");
    }

    private static void Add(List<string> mistakes, string mistake)
    {
        if (mistakes.Count < MostMistakes) mistakes.Add(mistake);
    }
}
