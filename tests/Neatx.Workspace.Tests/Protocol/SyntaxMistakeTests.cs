namespace Neatx.Workspace.Tests.Protocol;

/// <summary>What is no YAML, or YAML that protocols do not use, is reported where it breaks off.</summary>
public sealed class SyntaxMistakeTests
{
    [Fact]
    public void Read_Empty_SaysWhere() => Assert.Equal(
        ["p.yaml:1:1: expected a protocol, found an empty file; start with name: and title:"],
        Scratch.Mistakes(""));

    [Fact]
    public void Read_OnlyComment_SaysWhere() => Assert.Equal(
        ["p.yaml:1:1: expected a protocol, found an empty file; start with name: and title:"],
        Scratch.Mistakes("# only a comment"));

    [Fact]
    public void Read_List_SaysWhere() => Assert.Equal(
        ["p.yaml:1:1: expected a protocol (a map of keys), found a list of 1"],
        Scratch.Mistakes("- a"));

    [Fact]
    public void Read_Text_SaysWhere() => Assert.Equal(
        ["p.yaml:1:1: expected a protocol (a map of keys), found the text 'text'"],
        Scratch.Mistakes("text"));

    [Fact]
    public void Read_Unclosed_SaysWhere() => Assert.Equal(
        ["p.yaml:2:1: expected YAML: While parsing a node, did not find expected node content"],
        Scratch.Mistakes("a: [1,"));

    [Fact]
    public void Read_Tab_SaysWhere() => Assert.Equal(
        ["p.yaml:4:1: expected YAML: found a tab in the indentation; indent with spaces"],
        Scratch.Mistakes(ExampleProtocol.Head + "agreement:\n\tresamples: 3"));

    [Fact]
    public void Read_TabAfterScalar_SaysWhere() => Assert.Equal(
        ["p.yaml:2:1: expected YAML: found a tab in the indentation; indent with spaces"],
        Scratch.Mistakes("name: t\n\ttitle: T"));

    [Fact]
    public void Read_CommentThatHidesABrace_SaysWhere() => Assert.Equal(
        ["p.yaml:4:1: expected YAML: While scanning a plain scalar, did not find expected text, in 'datasets:'"],
        Scratch.Mistakes(ExampleProtocol.WithDataset.Replace(", Nodule or", "#, Nodule or", StringComparison.Ordinal)));

    [Fact]
    public void Read_KeyWithoutValue_SaysWhere() => Assert.Equal(
        ["p.yaml:7:5: expected YAML: a key without a value"],
        Scratch.Mistakes(ExampleProtocol.Head + "claims:\n  b:\n   : source: >-\n      Folded\n    published: 7\n"));

    [Fact]
    public void Read_SecondDocument_SaysWhere() => Assert.Equal(
        ["p.yaml:3:1: expected one YAML document, found a second; remove the line '---'"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            ---
            a: b
            """));

    [Fact]
    public void Read_Tag_SaysWhere() => Assert.Equal(
        ["p.yaml:3:7: expected a value without a YAML tag, found '!x'"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            note: !x y
            """));

    [Fact]
    public void Read_UnknownAnchor_SaysWhere() => Assert.Equal(
        ["p.yaml:3:7: expected an anchor that stands above, found 'x'"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            seed: *x
            """));

    [Fact]
    public void Read_AnchorInItself_SaysWhere() => Assert.Equal(
        ["p.yaml:1:5: expected an anchor that stands above, found 'a'"],
        Scratch.Mistakes("&a [*a]"));

    [Fact]
    public void Read_KeyThatIsAList_SaysWhere() => Assert.Equal(
        ["p.yaml:3:3: expected a key that is text, found a list or a map"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            ? [a]
            : b
            """));

    [Fact]
    public void Read_MergeOfANumber_SaysWhere() => Assert.Equal(
        ["p.yaml:3:5: expected a map to merge with '<<', found the number 3"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            <<: 3
            """));

    [Fact]
    public void Read_DuplicateKey_SaysWhere() => Assert.Equal(
        ["p.yaml:4:1: the key 'seed' stands here twice, first at p.yaml:3:1; remove or rename one"],
        Scratch.Mistakes(ExampleProtocol.Head + """
            seed: 1
            seed: 2
            """));
}
