using CsCheck;
using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

/// <summary>State is the replay of the log.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void Replay_OfLog_IsTheStateThatWroteIt() => Play.Steps.Sample(steps =>
    {
        var (state, log) = Play.Of(steps);
        Assert.Equal(Picture(state), Picture(Play.Replay(log)));
    });

    [Fact]
    public void Replay_OldOfEveryEvent_IsWhatStoodThere() => Play.Steps.Sample(steps =>
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in Play.Of(steps).Log.Where(entry => entry.Kind.IsOfRating() && entry.Kind < EventKind.ImageCompleted))
        {
            var key = $"{entry.Rater} {entry.Image} {entry.Occurrence} {entry.Finding} {entry.Kind}";
            Assert.Equal(values.GetValueOrDefault(key), entry.Old);
            values[key] = entry.New;
        }
    });

    [Fact]
    public void Tallies_KeptUp_AreThoseCountedAnew() => Play.Steps.Sample(steps =>
    {
        var state = Play.Of(steps).State;
        for (var finding = 0; finding < Play.Plan.Findings.Count; finding++)
        {
            for (var a = 0; a < Play.Raters; a++)
            {
                for (var b = a; b < Play.Raters; b++) Assert.Equal(Counted(state, a, b, finding), state.Tallies[a, b, finding].ToArray());
            }
        }
    });

    [Fact]
    public void CompletedOn_AnyPlay_IsAtMostTheOverlapUnlessALeaseLapsed() => Play.Steps.Sample(steps =>
    {
        // A step is a minute and a lease thirty; short plays have no lapse.
        var state = Play.Of(steps.Take(29).ToArray()).State;
        return Enumerable.Range(1, Play.Images).All(image => state.CompletedOn(image) <= Play.Plan.Overlap);
    });

    private static long[] Counted(CampaignState state, int a, int b, int finding)
    {
        var counts = new long[PairTallies.Codes * PairTallies.Codes];
        for (var image = 1; image <= Play.Images; image++)
        {
            if (state.Raters[a].Find(image, 0) is not { IsCompleted: true } one) continue;
            var others = a == b
                ? state.Raters[a].Assignments.Where(each => each.Image == image && each.Occurrence > 0 && each.IsCompleted)
                : new[] { state.Raters[b].Find(image, 0) }.OfType<Assignment>().Where(each => each.IsCompleted);
            foreach (var other in others) counts[(one[finding].Code * PairTallies.Codes) + other[finding].Code]++;
        }

        return counts;
    }

    private static string Picture(CampaignState state)
    {
        var lines = state.Raters.SelectMany(rater => rater.Assignments.Where(each => each.HasEvents).OrderBy(each => (each.Image, each.Occurrence)).Select(each =>
            $"{rater.User} {each.Image} {each.Occurrence} {each.Invalid} {each[0]} {each[1]} {each.SideOf(0)} {each.Note} {each.LineOf(0)} {each.LineOf(1)} {each.BoxOf(0)} {each.BoxOf(1)} {each.CompletedAt}")
            .Append($"{rater.User} {rater.Phase} {rater.IsPaused} {rater.IsDropped} {rater.CompletedOf(AssignmentKind.Rating)} {rater.CompletedOf(AssignmentKind.Repeat)}"));
        var decided = state.Adjudicated.Values.OrderBy(each => each.Image).Select(each => $"{each.Image} {each.Invalid} {each[0]} {each[1]}");
        return string.Join('\n', lines.Concat(decided).Append($"{state.Phase} {state.LastSequence} {state.LastHash}"));
    }
}
