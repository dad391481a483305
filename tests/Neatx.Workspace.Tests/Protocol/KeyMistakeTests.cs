namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Keys that are unknown or missing, and values of the wrong type.</summary>
public sealed class KeyMistakeTests
{
    [Fact]
    public void Read_UnknownKeys_NameTheNearestOrAll() => Assert.Equal(
        [
            "p.yaml:3:1: unknown key 'agrement' of a protocol; did you mean 'agreement'?",
            "p.yaml:4:13: agreement: unknown key 'resmaples' of an agreement; did you mean 'resamples'?",
            "p.yaml:4:27: agreement: unknown key 'zzzz' of an agreement; known: policy, all_policies, resamples, confidence, comparisons, drift, drift_window",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            agrement: {}
            agreement: {resmaples: 3, zzzz: 1}
            """));

    [Fact]
    public void Read_MissingKeys_SayWhatTheyAre() => Assert.Equal(
        [
            "p.yaml:1:1: expected the key 'name', found none: The short name of the protocol.",
            "p.yaml:1:1: expected the key 'title', found none: The title of the report.",
        ],
        Scratch.Mistakes("seed: 1"));

    [Fact]
    public void Read_NamesAndTexts_AreNotNumbers() => Assert.Equal(
        [
            "p.yaml:1:7: name: expected a name (lower-case letters, digits and any of '_-', a letter first, at most 64), found the text 'T t'",
            "p.yaml:2:8: title: expected text, found the number 3; put it in quotes to make it text",
        ],
        Scratch.Mistakes("""
            name: T t
            title: 3
            """));

    [Fact]
    public void Read_BlankText_IsNoText() => Assert.Equal(
        ["p.yaml:2:8: title: expected text, found a blank"],
        Scratch.Mistakes("""
            name: t
            title: ' '
            """));

    [Fact]
    public void Read_WrongTypes_SayWhatIsExpected() => Assert.Equal(
        [
            "p.yaml:3:24: agreement.resamples: expected a whole number from 0 to 1000000, found the text 'many'",
            "p.yaml:3:42: agreement.confidence: expected a number between 0 and 1, found the number 1",
            "p.yaml:3:59: agreement.all_policies: expected true or false, found the text 'yes'",
            "p.yaml:3:78: agreement.drift_window: expected a whole number from 2 to 1000000, found the number 1",
            "p.yaml:3:88: agreement.drift: expected a list, found the text 'a'",
            "p.yaml:3:104: agreement.comparisons: expected a map from the name of a comparison to what it is, found an empty list",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            agreement: {resamples: many, confidence: 1, all_policies: yes, drift_window: 1, drift: a, comparisons: []}
            """));

    [Fact]
    public void Read_NumberOutOfRange_SaysTheRange() => Assert.Equal(
        [
            "p.yaml:3:7: seed: expected a whole number from 0, found the number 99999999999999999999",
            "p.yaml:4:24: agreement.resamples: expected a whole number from 0 to 1000000, found the number 1.5",
            "p.yaml:4:41: agreement.confidence: expected a number between 0 and 1, found the text '.nan'",
            "p.yaml:4:61: agreement.drift_window: expected a whole number from 2 to 1000000, found the number -3",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            seed: 99999999999999999999
            agreement: {resamples: 1.5, confidence: .nan, drift_window: -3}
            """));

    [Fact]
    public void Read_Nothing_IsNoMap() => Assert.Equal(
        [
            "p.yaml:3:11: agreement: expected an agreement (a map of keys), found nothing",
            "p.yaml:4:9: claims: expected a map from the name of a claim to what it is, found nothing",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            agreement:
            claims: ~
            """));

    [Fact]
    public void Read_Policy_NeverTakesMissingForAnAnswer() => Assert.Equal(
        [
            "p.yaml:3:33: agreement.policy.uncertain: expected a treatment (drop, class, positive or negative), found 'dorp'; did you mean 'drop'?",
            "p.yaml:3:48: agreement.policy.missing: expected a treatment (drop or class), found 'negative'; a missing label is never a positive or a negative",
            "p.yaml:3:67: agreement.policy.invalid: expected a treatment (drop, class, positive or negative), found the number 3",
        ],
        Scratch.Mistakes(ExampleProtocol.Head + """
            agreement: {policy: {uncertain: dorp, missing: negative, invalid: 3}}
            """));
}
