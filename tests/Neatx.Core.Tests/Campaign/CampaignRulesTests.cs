using System.Text.Json;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Campaign;

public sealed class CampaignRulesTests
{
    private static readonly CampaignActor Rater = new("u0", CampaignRole.Rater);

    [Theory]
    [InlineData(EventKind.RatingSet, "drain", "0.3", "A rating is one of 0, 0.25, 0.5, 0.75 and 1.")]
    [InlineData(EventKind.RatingSet, "drain", "1.0", "A rating is one of 0, 0.25, 0.5, 0.75 and 1.")]
    [InlineData(EventKind.RatingSet, "lung", "1", "The campaign does not ask for this finding.")]
    [InlineData(EventKind.RatingSet, null, "INVALID:boring", "Without a finding, a rating is INVALID with a reason: INVALID:not_frontal, INVALID:rotated, INVALID:cut_off, INVALID:not_a_chest, INVALID:unreadable, INVALID:other.")]
    [InlineData(EventKind.SideSet, "drain", "left", "A side is L, R or both.")]
    [InlineData(EventKind.SideSet, "tube", "L", "The campaign asks for no side of this finding.")]
    [InlineData(EventKind.NoteSet, null, "a\0b", "A note is text of 1 to 2000 characters without control characters.")]
    [InlineData(EventKind.LineSet, "drain", "[[0,0],[1,2]]", "A line is a list of 2 to 200 points [x, y], numbers from 0 to 1.")]
    [InlineData(EventKind.LineSet, "drain", "<script>", "A line is a list of 2 to 200 points [x, y], numbers from 0 to 1.")]
    [InlineData(EventKind.BoxSet, "drain", "[0,0,1]", "A box is [left, top, right, bottom], numbers from 0 to 1.")]
    [InlineData(EventKind.ImageCompleted, null, null, "Not answered yet: Drain, Tube.")]
    public void Check_ValueThatIsNone_IsRefused(EventKind kind, string? finding, string? value, string reason)
    {
        var state = Rating();
        var image = state.Raters[0].Assignments[0].Image;
        Assert.Equal(reason, CampaignRules.Check(state, Rater, new() { Id = Guid.Empty, Kind = kind, Image = image, Finding = finding, New = value })?.Reason);
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Check_NoteThatIsNoUnicode_IsRefused(int half)
    {
        var state = Rating();
        var request = new EventRequest { Id = Guid.Empty, Kind = EventKind.NoteSet, Image = state.Raters[0].Assignments[0].Image, New = $"a{(char)half}b" };
        Assert.Equal("bad_value", CampaignRules.Check(state, Rater, request)?.Code);
    }

    [Fact]
    public void Check_ImageOfAnother_IsRefused()
    {
        var state = Rating();
        var other = WorkAssigner.Next(state, state.Raters[1], 1, DateTimeOffset.UnixEpoch).Given[0];
        var mine = state.Raters[0].Find(other.Image, 0);
        var request = new EventRequest { Id = Guid.Empty, Kind = EventKind.RatingSet, Image = other.Image, Finding = "drain", New = "1" };
        Assert.Equal(mine is null ? "not_given" : null, CampaignRules.Check(state, Rater, request)?.Code);
        Assert.Equal("not_given", CampaignRules.Check(state, Rater, request with { Image = 1_000_000 })?.Code);
        Assert.Equal("not_allowed", CampaignRules.Check(state, Rater, request with { Rater = "u1" })?.Code);
    }

    [Theory]
    [InlineData(EventKind.PlanChanged)]
    [InlineData(EventKind.RaterAdded)]
    [InlineData(EventKind.PhaseChanged)]
    [InlineData(EventKind.CampaignFrozen)]
    [InlineData(EventKind.ImagesAdded)]
    [InlineData(EventKind.AdjudicationSet)]
    public void Check_RaterWhoPlaysCurator_IsRefused(EventKind kind) =>
        Assert.Equal("not_allowed", CampaignRules.Check(Rating(), Rater, new() { Id = Guid.Empty, Kind = kind, New = "x", Image = 1 })?.Code);

    [Fact]
    public void Check_AfterFreezing_RefusesAll()
    {
        var (state, log) = (Rating(), new List<CampaignEvent>());
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.PhaseChanged, New = "adjudication" });
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.CampaignFrozen, New = "hash" });
        foreach (var kind in EventKinds.All)
            Assert.Equal("frozen", CampaignRules.Check(state, CampaignActor.System, new() { Id = Guid.Empty, Kind = kind })?.Code);
    }

    [Theory]
    [InlineData(false, RaterPhase.Rating)]
    [InlineData(true, RaterPhase.Failed)]
    public void Phases_WithGold_LeadThroughTrainingAndQualification(bool isWrong, RaterPhase end)
    {
        var (state, log) = (new CampaignState(), new List<CampaignEvent>());
        var plan = Play.Plan with { Qualification = new() { Bound = .6, Resamples = 200 } };
        Put(EventKind.CampaignOpened, plan.ToJson());
        Put(EventKind.ImagesAdded, Lot(ImagePool.Main, 1, 3));
        Put(EventKind.ImagesAdded, Lot(ImagePool.Training, 4, 2));
        Put(EventKind.ImagesAdded, Lot(ImagePool.Qualification, 6, 20));
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.RaterAdded, Rater = "u0", New = "r0" });
        var gold = new CampaignGold(Enumerable.Range(4, 22).ToDictionary(image => image, image => new[] { Truth(image), Truth(image) }));
        var rater = state.Raters[0];
        var phases = new List<RaterPhase>();
        Do(new() { Id = Guid.NewGuid(), Kind = EventKind.GuidelineRead });
        while (rater.Phase is RaterPhase.Training or RaterPhase.Qualification)
        {
            if (phases.LastOrDefault() != rater.Phase) phases.Add(rater.Phase);
            var given = WorkAssigner.Next(state, rater, 1, DateTimeOffset.UnixEpoch).Given[0];
            var grade = Truth(given.Image) == LabelState.Positive != (isWrong && given.Image % 3 == 0) ? "1" : "0";
            var request = new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.RatingSet, Image = given.Image, Finding = "drain", New = grade };
            Do(request);
            Do(request with { Id = Guid.NewGuid(), Finding = "tube" });
            Do(new() { Id = Guid.NewGuid(), Kind = EventKind.ImageCompleted, Image = given.Image });
        }

        Assert.Equal([RaterPhase.Training, RaterPhase.Qualification], phases);
        Assert.Equal(end, rater.Phase);
        Assert.Equal(end == RaterPhase.Rating, Qualification.Of(state, rater, gold).IsPassed);

        void Put(EventKind kind, string value) => Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = kind, New = value });

        void Do(EventRequest request)
        {
            var entry = EventLog.Next(state, Rater, request, DateTimeOffset.UnixEpoch, EventHash.Zero, out var refusal);
            Assert.Null(refusal);
            foreach (var follows in EventLog.Consequences(state, entry!, gold).ToList())
                EventLog.Next(state, CampaignActor.System, follows, DateTimeOffset.UnixEpoch, EventHash.Zero, out _);
        }
    }

    [Fact]
    public void Next_RepeatsAndHidden_ComeAtTheirRates()
    {
        var (state, log) = (new CampaignState(), new List<CampaignEvent>());
        var plan = Play.Plan with { Repeats = .2, HiddenGold = .1, RepeatGap = 10, Overlap = 1 };
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.CampaignOpened, New = plan.ToJson() });
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.ImagesAdded, New = Lot(ImagePool.Main, 1, 2000) });
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.ImagesAdded, New = Lot(ImagePool.Hidden, 2001, 300) });
        Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = EventKind.RaterAdded, Rater = "u0", New = "r0" });
        Play.Put(state, log, Rater, new() { Id = Guid.NewGuid(), Kind = EventKind.GuidelineRead });
        for (var n = 0; n < 1000; n++)
        {
            var given = WorkAssigner.Next(state, state.Raters[0], 1, DateTimeOffset.UnixEpoch).Given[0];
            Play.Put(state, log, Rater, new() { Id = Guid.NewGuid(), Kind = EventKind.RatingSet, Image = given.Image, Occurrence = given.Occurrence, New = "INVALID:other" });
            Play.Put(state, log, Rater, new() { Id = Guid.NewGuid(), Kind = EventKind.ImageCompleted, Image = given.Image, Occurrence = given.Occurrence });
        }

        var rater = state.Raters[0];
        Assert.InRange(rater.CompletedOf(AssignmentKind.Repeat), 150, 250);
        Assert.InRange(rater.CompletedOf(AssignmentKind.HiddenGold), 65, 140);
        Assert.All(rater.Assignments.Where(each => each.Kind == AssignmentKind.Repeat), repeat => Assert.True(repeat.Position - rater.Find(repeat.Image, 0)!.Position >= plan.RepeatGap));
    }

    private static CampaignState Rating()
    {
        var state = Play.Of([]).State;
        WorkAssigner.Next(state, state.Raters[0], 3, DateTimeOffset.UnixEpoch);
        return state;
    }

    private static LabelState Truth(int image) => image % 2 == 0 ? LabelState.Positive : LabelState.Negative;

    private static string Lot(ImagePool pool, int first, int count) => JsonSerializer.Serialize(new AddedImages(pool, first, count, ""), CampaignJson.Default.AddedImages);
}
