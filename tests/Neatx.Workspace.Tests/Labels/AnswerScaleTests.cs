using Neatx.Core.Labels;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Tests.Labels;

/// <summary>What the texts of a ratings file mean.</summary>
public sealed class AnswerScaleTests
{
    [Theory]
    [InlineData("10 9 -1", "-1 9 10", CategoryOrder.ByNumber)]
    [InlineData("1.0 0 01 .5 -0", "0 0.5 1", CategoryOrder.ByNumber)]
    [InlineData("YES no", "no YES", CategoryOrder.ByMeaning)]
    [InlineData("positive Uncertain negative", "negative Uncertain positive", CategoryOrder.ByMeaning)]
    [InlineData("severe none mild", "none mild severe", CategoryOrder.ByMeaning)]
    [InlineData("b a 1", "1 a b", CategoryOrder.ByText)]
    [InlineData("a B", "B a", CategoryOrder.ByText)]
    [InlineData("1 0 invalid", "0 1", CategoryOrder.ByNumber)]
    public void OfCategories_Texts_AreInTheirNaturalOrder(string texts, string categories, CategoryOrder order)
    {
        var scale = AnswerScale.OfCategories(Texts(texts.Split(' ')), []);
        Assert.Equal(categories.Split(' '), scale.Categories.ToArray());
        Assert.Equal(order, scale.Order);
    }

    [Fact]
    public void OfCategories_SpellingsOfOneCategory_AreOne()
    {
        var numbers = AnswerScale.OfCategories(Texts("1", "1.0", "2"), []);
        Assert.Equal(numbers.CategoryOf(0), numbers.CategoryOf(1));
        var words = AnswerScale.OfCategories(Texts("Yes", "YES", "no"), []);
        Assert.Equal(words.CategoryOf(0), words.CategoryOf(1));
    }

    [Fact]
    public void OfCategories_OtherTextsInTwoCases_StayTwo() =>
        Assert.Equal(2, AnswerScale.OfCategories(Texts("drain", "Drain"), []).Categories.Count);

    [Fact]
    public void OfCategories_Stated_KeepsOrderAndUnused()
    {
        var scale = AnswerScale.OfCategories(Texts("2.0", "x"), ["x", "1", "2"]);
        Assert.Equal(["x", "1", "2"], scale.Categories.ToArray());
        Assert.Equal((2, 0), (scale.CategoryOf(0), scale.CategoryOf(1)));
        Assert.Equal(CategoryOrder.Stated, scale.Order);
    }

    [Theory]
    [InlineData("0.0", LabelState.Negative)]
    [InlineData(".25", LabelState.Negative)]
    [InlineData("Negative", LabelState.Negative)]
    [InlineData("0.50", LabelState.Uncertain)]
    [InlineData("uncertain", LabelState.Uncertain)]
    [InlineData("0.75", LabelState.Positive)]
    [InlineData("POSITIVE", LabelState.Positive)]
    [InlineData("Invalid", LabelState.Invalid)]
    public void OfCertainty_Text_HasItsSide(string text, LabelState side) =>
        Assert.Equal(side, AnswerScale.OfCertainty(Texts(text)).SideOf(0));

    [Theory]
    [InlineData("0.3")]
    [InlineData("yes")]
    [InlineData("-1")]
    [InlineData("0,5")]
    public void OfCertainty_OtherText_IsRefusedWithItsPlace(string text)
    {
        Assert.False(AnswerScale.CanBeCertainty(Texts(text)));
        var refusal = Assert.Throws<NeatxException>(() => AnswerScale.OfCertainty(Texts(text)));
        Assert.Contains($"f.csv:2, column 'c': expected a certainty", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"found '{text}'", refusal.Message, StringComparison.Ordinal);
    }

    private static List<RatingText> Texts(params IEnumerable<string> texts) => [.. texts.Select((text, index) => new RatingText(text, "f.csv", index + 2, "c"))];
}
