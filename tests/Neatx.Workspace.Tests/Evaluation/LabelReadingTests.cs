using Neatx.Core.Labels;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Tests.Evaluation;

public sealed class LabelReadingTests
{
    [Theory]
    [InlineData("0,1", "1", "0")]
    [InlineData("0.0,1.00,.25,0.75", "1.00,0.75", "0.0,.25")]
    [InlineData("Negative,positive,uncertain,INVALID", "positive", "Negative")]
    [InlineData("no,Yes,invalid", "Yes", "no")]
    [InlineData("absent,present", "present", "absent")]
    public void Of_PlainTexts_NeedsNoNames(string texts, string positive, string negative)
    {
        var reading = Read(texts);
        Assert.Equal(positive, string.Join(',', reading.TextsOf(LabelState.Positive)));
        Assert.Equal(negative, string.Join(',', reading.TextsOf(LabelState.Negative)));
    }

    [Theory]
    [InlineData("Good,Poor", "Poor", "", "Poor", "Good", "")]
    [InlineData("PA,AP,LL,INVALID", "AP", "", "AP", "PA,LL", "")]
    [InlineData("PA,AP,LL", "AP", "PA", "AP", "PA", "LL")]
    [InlineData("yes,no,uncertain", "yes", "", "yes", "no", "uncertain")]
    [InlineData("1,1.0,2,3", "1", "", "1,1.0", "2,3", "")]
    [InlineData("-1,1", "1", "-1", "1", "-1", "")]
    public void Of_NamedTexts_AreAsNamed(string texts, string named, string notNamed, string positive, string negative, string uncertain)
    {
        var reading = Read(texts, named, notNamed);
        Assert.Equal(positive, string.Join(',', reading.TextsOf(LabelState.Positive)));
        Assert.Equal(negative, string.Join(',', reading.TextsOf(LabelState.Negative)));
        Assert.Equal(uncertain, string.Join(',', reading.TextsOf(LabelState.Uncertain)));
    }

    [Theory]
    [InlineData("Good,Poor", "", "", "y.csv:2, column 'y': which of 'Good' or 'Poor' is positive? Name it with --positive.")]
    [InlineData("none,mild,severe", "", "", "y.csv:2, column 'y': which of 'none', 'mild' or 'severe' is positive? Name it with --positive.")]
    [InlineData("Good,Poor", "poor", "", "--positive: no cell of column 'y' says 'poor'; did you mean 'Poor'?")]
    [InlineData("a,b", "a", "a", "'a' is named positive and negative; it is one of the two.")]
    [InlineData("1,0,-1", "1", "", "y.csv:4, column 'y': '-1' may say negative or undecided. Say which: --negative -1, or --blank -1 to leave it out.")]
    public void Of_UnclearTexts_IsRefused(string texts, string positive, string negative, string message) =>
        Assert.Equal(message, Assert.Throws<NeatxException>(() => Read(texts, positive, negative)).Message);

    [Fact]
    public void Of_NoText_IsRefused() =>
        Assert.Equal("y.csv holds no label: every cell of the label column is blank.", Assert.Throws<NeatxException>(() => LabelReading.Of("y.csv", [], [], [])).Message);

    private static LabelReading Read(string texts, string positive = "", string negative = "") => LabelReading.Of(
        "y.csv", [.. Split(texts).Select((text, index) => new RatingText(text, "y.csv", index + 2, "y"))], Split(positive), Split(negative));

    private static string[] Split(string texts) => texts.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
