using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Comparisons with the kappas of Fig. 3, Fig. 4 and the two raters, and with crosstabs and intervals invented to fit them.</summary>
internal static class SampleComparisons
{
    public const string Dropped = "uncertain=drop invalid=drop missing=drop";

    private const string AsClass = "uncertain=class invalid=drop missing=drop";

    private static readonly string[] Findings =
    [
        "Atelectasis", "Cardiomegaly", "Consolidation", "Edema", "Effusion", "Emphysema", "Fibrosis", "Hernia", "Infiltration", "Mass",
        "Nodule", "Nodule or mass", "Pleural thickening", "Pneumonia", "Pneumothorax",
    ];

    private static readonly string[] Tubes = ["Chest drain", "Tracheostomy", "Endotracheal", "Nasogastric"];

    public static ComparisonResult Fig3() => Comparison("fig3", "pathologies on NIH-CXR14 images", Findings,
    [
        Column("CXR14", "BBox", 880, [.6597, .8553, null, null, .554, null, null, null, .4566, .7301, .6083, .7345, null, .9489, .7107]),
        Column("CXR14", "GCS4L", 4376, [null, null, null, null, null, null, null, null, null, null, null, .413, null, null, .4268]),
        Column("CXR14", "GCS16L", 810, [.182, .339, .146, -.015, .336, .029, .04, .441, .069, .363, .305, .408, .177, -.004, .537]),
        Column("CXR14", "RSNA", 26585, [null, null, null, null, null, null, null, null, null, null, null, null, null, .0569, null]),
        Column("BBox", "GCS4L", 61, [null, null, null, null, null, null, null, null, null, null, null, .6835, null, null, .7005]),
        Column("BBox", "GCS16L", 26, [.219, .835, null, null, .316, null, null, null, -.102, .264, .509, .532, null, double.NaN, .752]),
        Column("BBox", "RSNA", 346, [null, null, null, null, null, null, null, null, null, null, null, null, null, .174, null]),
        Column("GCS4L", "GCS16L", 810, [null, null, null, null, null, null, null, null, null, null, null, .704, null, null, .743]),
        Column("GCS16L", "RSNA", 192, [null, null, null, null, null, null, null, null, null, null, null, null, null, .158, null]),
    ]);

    public static ComparisonResult Fig4()
    {
        var comparison = Comparison("fig4", "tubes on PadChest images", Tubes, [Column("Non-expert", "Expert+ML", 1011, [.7243, .9149, .6495, .5415])]);
        return comparison with
        {
            Pairs =
            [
                .. comparison.Pairs,
                new ComparedPair("Non-expert", "Non-expert", "ML", "ML", null) { Unavailable = "the PadChest master table is not here" },
                new ComparedPair("Non-expert", "Non-expert", "Expert", "Expert", null) { Unavailable = "the PadChest master table is not here" },
            ],
            OtherPolicies = [.. comparison.Figures.Select(figure =>
                Figure("fig4", figure.A, figure.B, figure.Finding, 1011, figure[AgreementNames.CohenKappa].Value!.Value - .06) with { Policy = AsClass })],
        };
    }

    public static ComparisonResult Raters() =>
        Comparison("raters", "the two raters of PadChest tubes", Tubes, [Column("rater 1", "rater 2", 1011, [.7142, .9611, .5786, .5985])]) with
        {
            Ratings = "raters_padchest",
        };

    /// <summary>A cell; a kappa that is not a number stands for one that is undefined.</summary>
    public static AgreementFigure Figure(string comparison, string a, string b, string finding, long n, double kappa)
    {
        var defined = !double.IsNaN(kappa);
        var (both, one) = (defined ? (long)(n * ((.2 * .2) + (kappa * .16))) : 0, defined ? Math.Max((long)(n * .16 * (1 - kappa)), 0) : 0);
        var statistic = defined ? Kappa(kappa, n) : Statistic.None("both label sets call every image negative");
        return new AgreementFigure
        {
            Comparison = comparison,
            A = a,
            B = b,
            Finding = finding,
            Policy = Dropped,
            N = n,
            Patients = (n * 4) / 5,
            Dropped = n / 50,
            Categories = ["negative", "positive"],
            Crosstab = [[n - both - one - one, one], [one, both]],
            Band = defined ? AgreementBand.Of(kappa).Name : null,
            Statistics =
            [
                new(AgreementNames.PercentAgreement, Statistic.Of((double)(n - one - one) / n)),
                new(AgreementNames.CohenKappa, statistic),
                new(AgreementNames.KappaMax, Statistic.Of(.83)),
                new(AgreementNames.GwetAc1, Statistic.Of(.77)),
                new(AgreementNames.McNemar, Statistic.Of(11.3) with { PValue = .0008 }),
            ],
        };
    }

    private static Statistic Kappa(double kappa, long n)
    {
        var error = Math.Sqrt((1.05 - (kappa * kappa)) / n);
        return Statistic.Of(kappa) with
        {
            StandardError = error,
            Ci = new Interval(Math.Max(kappa - (1.96 * error), -1), Math.Min(kappa + (1.96 * error), 1), .95, "normal, Fleiss-Cohen-Everitt"),
            BootstrapCi = new Interval(Math.Max(kappa - (2.2 * error), -1), Math.Min(kappa + (1.9 * error), 1), .95, "bootstrap by patient, percentile, 2000 resamples, seed 1"),
        };
    }

    private static (ComparedPair Pair, double?[] Kappas) Column(string a, string b, long shared, double?[] kappas) => (new ComparedPair(a, a, b, b, shared), kappas);

    private static ComparisonResult Comparison(string name, string title, string[] findings, (ComparedPair Pair, double?[] Kappas)[] columns) => new()
    {
        Name = name,
        Title = title,
        Findings = findings,
        Pairs = [.. columns.Select(column => column.Pair)],
        Figures = [.. columns.SelectMany(column => findings.Zip(column.Kappas)
            .Where(cell => cell.Second is not null)
            .Select(cell => Figure(name, column.Pair.A, column.Pair.B, cell.First, column.Pair.SharedImages!.Value, cell.Second!.Value)))],
    };
}
