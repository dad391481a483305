using CsCheck;
using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

public sealed class EventChainTests
{
    private static readonly CampaignEvent Example = new()
    {
        Sequence = 1,
        Id = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]),
        Kind = EventKind.RatingSet,
        Actor = "u",
        Rater = "u",
        Image = 7,
        Finding = "Chest drain",
        New = "0.25",
        ServerTime = DateTimeOffset.UnixEpoch.AddDays(20_000),
        ProtocolHash = EventHash.Zero,
        PreviousHash = EventHash.Zero,
    };

    // Computed from the description of the form by another program: the form of the log must not change under campaigns that exist.
    [Fact]
    public void HashOf_Example_IsForGood() => Assert.Equal("92873c2df9f5e1ddb99d2aef939f4e4fd5635f1da604be0ab18d661c36c19f11", EventEncoding.HashOf(Example).ToString());

    [Fact]
    public void Encode_TextThatMoves_IsAnotherEvent() => Assert.NotEqual(
        EventEncoding.Encode(Example with { Finding = "ab", Old = "c" }), EventEncoding.Encode(Example with { Finding = "a", Old = "bc" }));

    [Fact]
    public void Encode_NullAndEmpty_Differ() =>
        Assert.NotEqual(EventEncoding.Encode(Example with { Old = "" }), EventEncoding.Encode(Example with { Old = null }));

    [Fact]
    public void Follow_LogAsPlayed_IsWhole() => Play.Steps.Sample(steps =>
    {
        var chain = new EventChain();
        return Play.Of(steps).Log.TrueForAll(entry => chain.Follow(entry) is null);
    });

    [Fact]
    public void Follow_AnyFieldChanged_IsFound() => Gen.Select(Play.Steps, Gen.Int[0, 1000], Gen.Int[0, 10]).Sample((steps, at, field) =>
    {
        var log = Play.Of(steps).Log;
        at %= log.Count;
        var old = log[at];
        log[at] = field switch
        {
            0 => old with { New = old.New + "x" },
            1 => old with { Actor = old.Actor + "x" },
            2 => old with { ServerTime = old.ServerTime.AddMilliseconds(1) },
            3 => old with { Image = (old.Image ?? 0) + 1 },
            4 => old with { Kind = old.Kind == EventKind.NoteSet ? EventKind.BoxSet : EventKind.NoteSet },
            5 => old with { Rater = old.Rater + "x" },
            6 => old with { DwellMs = (old.DwellMs ?? 0) + 1 },
            7 => old with { Old = old.Old + "x" },
            8 => old with { Occurrence = old.Occurrence + 1 },
            9 => old with { ClientSequence = (old.ClientSequence ?? 0) + 1 },
            _ => (old with { New = "forged" }).Sealed(),
        };
        var chain = new EventChain();
        // An event that was forged with its hash is found by the next one, or by whoever noted the last hash.
        return log.Exists(entry => chain.Follow(entry) is not null) || (field == 10 && at == log.Count - 1);
    });

    [Fact]
    public void Follow_EventLeftOutOrTwiceOrMoved_IsFound() => Gen.Select(Play.Steps, Gen.Int[0, 1000]).Sample((steps, at) =>
    {
        var log = Play.Of(steps).Log;
        at %= log.Count - 1;
        List<CampaignEvent>[] forged = [[.. log.Where((_, index) => index != at)], [.. log[..at], log[at], .. log[at..]], [.. log[..at], log[at + 1], log[at], .. log[(at + 2)..]]];
        return Array.TrueForAll(forged, each =>
        {
            var chain = new EventChain();
            return each.Exists(entry => chain.Follow(entry) is not null);
        });
    });
}
