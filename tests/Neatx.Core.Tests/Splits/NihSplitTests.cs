using System.IO.Compression;
using Neatx.Core.Labels;
using Neatx.Core.Splits;

namespace Neatx.Core.Tests.Splits;

/// <summary>The official lists of NIH-CXR14, and a split of all its patients.</summary>
[Trait("Data", "Real")]
public sealed class NihSplitTests
{
    [Fact]
    public void OfficialLists_OfNih_AreDisjointAndKept()
    {
        var cohort = Cohort();
        OfficialList[] lists =
        [
            new("test_list", Lines("labels/nih_test_list.txt"), ["test"]),
            new("train_val_list", Lines("labels/nih_train_val_list.txt.gz"), ["train", "validation"]),
        ];
        var rules = OfficialList.ToRules(cohort, lists, out var problems);
        Assert.Empty(problems);
        var split = Split.Of(cohort, SplitPlan.OfShares(.7, .1, .2) with { Rules = rules });
        Assert.Equal(25_596, split.ImagesOf("test").Count);
        Assert.Equal(86_524, split.ImagesOf("train").Count + split.ImagesOf("validation").Count);
        Assert.Equal(86_524 / 8, split.ImagesOf("validation").Count, 2.0);
    }

    [Fact]
    public void Split_OfNih_HasSharesAndFindingsAlike()
    {
        var cohort = Cohort();
        Assert.Equal((112_120, 30_805, 15), (cohort.Images.Count, cohort.Patients.Count, cohort.Characteristics.Count));
        var certificate = SplitCertificate.Of(Split.Of(cohort, SplitPlan.OfShares(.7, .1, .2)), cohort);
        Assert.True(certificate.IsDisjoint);
        Assert.Equal([78_484, 11_212, 22_424], certificate.Parts.Select(part => part.Images));
        Assert.All(certificate.Parts, part => Assert.Equal(part.Share, part.Patients / 30_805.0, .02));
        Assert.InRange(Math.Abs(certificate.LeastBalanced!.StandardisedDifference.Value!.Value), 0, .02);
    }

    private static SplitCohort Cohort()
    {
        var rows = Lines("labels/Data_Entry_2017_v2020.csv.gz").Skip(1).Select(line => line.Split(',')).ToList();
        var findings = rows.Select(row => row[1].Split('|')).ToList();
        var names = findings.SelectMany(names => names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new SplitCohort(
            [.. rows.Select(row => row[0])],
            [.. rows.Select(row => row[3].PadLeft(8, '0'))],
            [.. names.Select(name => Characteristic.OfFinding(
                name, [.. findings.Select(found => found.Contains(name, StringComparer.Ordinal) ? LabelState.Positive : LabelState.Negative)]))]);
    }

    private static List<string> Lines(string file)
    {
        using var stream = File.OpenRead(SharedData.Path(file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line.Trim());
        return lines;
    }
}
