using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Workspace.Report;
using Sylvan.Data.Csv;

namespace Neatx.Workspace.Tests.Report;

public sealed class ReportWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Run_MakesThePageAndEveryFileThatItLinksTo()
    {
        var written = ReportWriter.Write(SampleResults.Paper, _folder);
        var there = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'));
        Assert.Equal(written.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
        var page = Pages.Parse(File.ReadAllText(Path.Combine(_folder, "report.html")));
        var links = page.Each("a").Where(link => link.Value == "data").Select(link => (string)link.Attribute("href")!).Distinct(StringComparer.Ordinal);
        Assert.All(links, link => Assert.Contains(link, written));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var written = ReportWriter.Write(SampleResults.Paper, _folder);
        var first = written.Select(file => File.ReadAllBytes(Path.Combine(_folder, file))).ToList();
        ReportWriter.Write(SampleResults.Paper, _folder);
        Assert.Equal(first, written.Select(file => File.ReadAllBytes(Path.Combine(_folder, file))));
    }

    [Fact]
    public void Write_HostileNames_AreReadBackFromCsv()
    {
        const string Name = "a,\"b\"\r\nc;=1+1";
        ReportWriter.Write(HostileResults.With(Name), _folder);
        Assert.All(Read("tables/claims.csv").Select(row => row["subject"]), subject => Assert.Equal(Name, subject));
        Assert.Equal(SampleResults.Paper.Claims.Count, Read("tables/claims.csv").Count);
    }

    [Fact]
    public void Write_Agreement_KeepsFullPrecisionAndReasons()
    {
        ReportWriter.Write(SampleResults.Paper, _folder);
        var rows = Read("tables/agreement.csv").Where(row => row["statistic"] == AgreementNames.CohenKappa && row["comparison"] == "fig3").ToList();
        var figures = SampleComparisons.Fig3().Figures;
        Assert.Equal(figures.Count, rows.Count);
        foreach (var (row, figure) in rows.Zip(figures))
        {
            var kappa = figure[AgreementNames.CohenKappa];
            Assert.Equal(kappa.Value, row["value"].Length == 0 ? null : double.Parse(row["value"], CultureInfo.InvariantCulture));
            Assert.Equal(kappa.Undefined ?? "", row["undefined"]);
            Assert.Equal(kappa.BootstrapCi?.Low, row["bootstrap_low"].Length == 0 ? null : double.Parse(row["bootstrap_low"], CultureInfo.InvariantCulture));
            Assert.Equal(figure.Policy, row["policy"]);
        }
    }

    [Fact]
    public void Write_Drift_HasEveryPointOfEveryChart()
    {
        ReportWriter.Write(SampleResults.Paper, _folder);
        var points = SampleResults.Paper.Drift.SelectMany(drift => drift.Findings).Sum(finding =>
            finding.Raters.Sum(rater => rater.RateChart.Points.Count + rater.DifferenceChart.Points.Count) + finding.Pairs.Sum(pair => pair.KappaChart.Points.Count));
        Assert.Equal(points, Read("tables/drift.csv").Count);
    }

    private List<Dictionary<string, string>> Read(string file)
    {
        using var reader = CsvDataReader.Create(Path.Combine(_folder, file), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal));
        return rows;
    }
}
