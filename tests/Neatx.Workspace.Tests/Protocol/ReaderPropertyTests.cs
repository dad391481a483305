using System.Globalization;
using System.Text;
using CsCheck;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Laws of the reader.</summary>
public sealed class ReaderPropertyTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(ExampleProtocol.WithCohort + """
        consensus:
          k: {title: K, ratings: r, rule: majority, options: {tie: positive}}
        agreement:
          policy: &p {uncertain: class}
          comparisons:
            x: {title: X, pairs: [[one, two]], policy: *p}
            y: {title: "Y", ratings: r}
        claims:
          a: {source: 'S', published: {Mass: .5, Nodule: .6}, agreement: {<<: {a: one}, b: two}, crosstab: {Nodule: [[1, 2], [3, 4]]}}
          # a comment
          b:
            source: >-
              Folded
            published: 7
            cohort: {name: c, step: s}
        """);

    [Fact]
    public void Read_AnyBytesChanged_GivesADocumentOrMistakes()
    {
        using var scratch = new Scratch();
        scratch.Touch("a.csv").Touch("b.csv");
        Assert.NotNull(scratch.Read(Valid).Document);
        var marks = Encoding.UTF8.GetBytes("\n\r\t :-#&*!|>'\"%@`{}[],?~<\\0aA=\u00e9");
        var value = Gen.OneOf(Gen.Byte, Gen.Int[0, marks.Length - 1].Select(index => marks[index]));
        var change = Gen.Select(Gen.Int[0, Valid.Length - 1], value, Gen.Int[0, 2]);
        change.Array[1, 4].Sample(
            changes =>
            {
                var result = scratch.Read(changes.Aggregate(Valid, Changed));
                return result.Document is null == result.Mistakes.Count > 0;
            },
            iter: 2000,
            threads: 1);
    }

    [Fact]
    public void Read_AnyLinesLeftOut_GivesADocumentOrMistakes()
    {
        using var scratch = new Scratch();
        scratch.Touch("a.csv").Touch("b.csv");
        var lines = Encoding.UTF8.GetString(Valid).Split('\n');
        Gen.Bool.Array[lines.Length].Sample(
            kept =>
            {
                var result = scratch.Read(string.Join('\n', lines.Where((_, index) => kept[index])));
                return result.Document is null == result.Mistakes.Count > 0;
            },
            iter: 1000,
            threads: 1);
    }

    [Fact]
    public void Read_WhateverTheCulture_IsTheSame()
    {
        using var scratch = new Scratch();
        scratch.Touch("a.csv").Touch("b.csv");
        var mistaken = ExampleProtocol.WithCohort + "seed: 1,5\nagreement: {confidence: 2.5}\n";
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Made by hand, as the tests run without culture data: a comma for the point and a sign that is not '-'.
            var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            strange.NumberFormat.NumberDecimalSeparator = ",";
            strange.NumberFormat.NumberGroupSeparator = ".";
            strange.NumberFormat.NegativeSign = "~";
            var document = scratch.Read(Valid).DocumentOrThrow();
            var mistakes = scratch.Shown(scratch.Read(mistaken));
            CultureInfo.CurrentCulture = strange;
            Assert.Equal(mistakes, scratch.Shown(scratch.Read(mistaken)));
            var again = scratch.Read(Valid).DocumentOrThrow();
            Assert.Equal(document.Claims.Select(claim => (claim.Id, claim.Published, claim.Decimals)), again.Claims.Select(claim => (claim.Id, claim.Published, claim.Decimals)));
            Assert.Equal(document.Sha256, again.Sha256);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Changed(byte[] bytes, (int At, byte Value, int Kind) change)
    {
        var at = Math.Min(change.At, bytes.Length - 1);
        return change.Kind switch
        {
            0 => [.. bytes[..at], change.Value, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], change.Value, .. bytes[at..]],
            _ => bytes.Length > 1 ? [.. bytes[..at], .. bytes[(at + 1)..]] : bytes,
        };
    }
}
