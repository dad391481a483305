using Neatx.Core.Labels;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels;

public sealed class ReferenceLabelsTests
{
    private static readonly RatingTable Ratings = Tables.Certainties(["1 1", "0 0", "1 0", "0 1", "- -"]);

    [Fact]
    public void Of_StatesByName_KeepsThoseThatDecide()
    {
        var reference = ReferenceLabels.Of(Ratings, Labels(("0", "positive"), ("1", "negative"), ("2", "invalid"), ("3", "uncertain"), ("4", "")));

        Assert.Equal(3, reference.Count);
        Assert.Equal([1, 0, null, null, null], Enumerable.Range(0, 5).Select(item => reference.ClassOf(item)));
        Assert.True(reference.IsInvalid(2));
        Assert.False(reference.IsInvalid(3));
    }

    [Theory]
    [InlineData("9", "positive", "the item '9', which is not in the rating table")]
    [InlineData("0", "perhaps", "'perhaps' of the item '0' is none of negative, positive, invalid")]
    public void Of_UnknownItemOrClass_NamesIt(string item, string label, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => ReferenceLabels.Of(Ratings, Labels((item, label))));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ItemTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => ReferenceLabels.Of(Ratings, Labels(("0", "positive"), ("0", "negative"))));

    private static IEnumerable<KeyValuePair<string, string>> Labels(params (string Item, string Label)[] labels) =>
        labels.Select(label => KeyValuePair.Create(label.Item, label.Label));
}
