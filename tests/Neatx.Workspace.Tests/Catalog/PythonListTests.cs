using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Tests.Catalog;

public sealed class PythonListTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[ ]")]
    [InlineData("['a']", "a")]
    [InlineData("['chest drain tube', ' pneumothorax', '']", "chest drain tube", " pneumothorax", "")]
    [InlineData("[\"it's\", 'say \"x\"']", "it's", "say \"x\"")]
    [InlineData(@"['it\'s', 'a\\b', 'tab\there', 'caf\xe9', 'caf\u00e9', '\U0001F600', '\q', '\101']", "it's", @"a\b", "tab\there", "café", "café", "😀", @"\q", "A")]
    [InlineData(" [ 'a' , 'b' , ] ", "a", "b")]
    [InlineData("['a,b', '[c]']", "a,b", "[c]")]
    public void TryParse_WhatPythonPrints_GivesItsStrings(string text, params string[] expected)
    {
        Assert.True(PythonList.TryParse(text, out var items, out _));
        Assert.Equal(expected, items);
    }

    [Theory]
    [InlineData("a", "'[' at character 1")]
    [InlineData("['a'", "',' or ']' at character 5")]
    [InlineData("['a' 'b']", "',' or ']' at character 6")]
    [InlineData("['a", "a quoted name that ends at character 2")]
    [InlineData("[a]", "a quoted name or ']' at character 2")]
    [InlineData("['a', nan]", "a quoted name at character 7")]
    [InlineData("['a', 1]", "a quoted name at character 7")]
    [InlineData("['a'] x", "nothing more at character 7")]
    [InlineData("[,]", "a quoted name or ']' at character 2")]
    [InlineData(@"['\ud800']", "a quoted name that ends at character 2")]
    [InlineData(@"['\x4']", "a quoted name that ends at character 2")]
    [InlineData(@"['\U00110000']", "a quoted name that ends at character 2")]
    [InlineData(@"['a\", "a quoted name that ends at character 2")]
    [InlineData("", "'[' at character 1")]
    public void TryParse_AnythingElse_SaysWhatAndWhere(string text, string expected)
    {
        Assert.False(PythonList.TryParse(text, out _, out var wanted));
        Assert.Equal(expected, wanted);
    }
}
