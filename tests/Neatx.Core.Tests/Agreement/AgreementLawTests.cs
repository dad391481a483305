using CsCheck;
using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Agreement;

/// <summary>What must hold for every table.</summary>
public sealed class AgreementLawTests
{
    private const double Tolerance = 1e-9;

    private static readonly AgreementOptions Options = new();

    private static readonly Gen<Crosstab> Tables =
        from size in Gen.Int[1, 5]
        from counts in Gen.Frequency((1, Gen.Const(0L)), (3, Gen.Long[0, 60])).Array[size * size]
        select PublishedTables.Table(counts);

    /// <summary>Three raters, three categories, a third of the ratings missing.</summary>
    private static readonly Gen<RatingMatrix> Matrices =
        Gen.Int[0, 5].Array[3].Array[1, 30].Select(items => PublishedTables.Matrix(
            ["a", "b", "c"], items.Select(item => string.Concat(item.Select(rating => "abc...abc"[rating])))));

    private static readonly string[] Symmetric =
        [.. AgreementNames.OfPairs.Where(name => name != AgreementNames.BiasIndex)];

    private static readonly string[] Nominal =
    [
        AgreementNames.PercentAgreement, AgreementNames.CohenKappa, AgreementNames.KappaMax, AgreementNames.Pabak, AgreementNames.GwetAc1,
        AgreementNames.BrennanPrediger, AgreementNames.FleissKappa, AgreementNames.CongerKappa, AgreementNames.AlphaNominal,
        AgreementNames.McNemar,
    ];

    [Fact]
    public void PairAgreement_RatersExchanged_StaysTheSame() => Tables.Sample(table =>
    {
        var (there, back) = (PairAgreement.Of(table, Options), PairAgreement.Of(table.Transpose(), Options));
        Assert.All(Symmetric, name => Same(there[name], back[name]));
        if (there["bias_index"].Value is { } bias) Assert.Equal(-bias, back["bias_index"].Value!.Value, Tolerance);
    });

    [Fact]
    public void PairAgreement_CategoriesPermuted_LeavesNominalStatistics() => Gen.Select(Tables, Gen.ULong).Sample((table, seed) =>
    {
        var order = Enumerable.Range(0, table.Size).ToArray();
        var random = new RandomStream(seed);
        random.Shuffle(order.AsSpan());
        var counts = new long[table.Size * table.Size];
        for (var cell = 0; cell < counts.Length; cell++)
            counts[cell] = table[order[cell / table.Size], order[cell % table.Size]];
        var permuted = PairAgreement.Of(new Crosstab(table.Categories, counts), Options);
        var original = PairAgreement.Of(table, Options);
        Assert.All(Nominal, name => Same(original[name], permuted[name]));
    });

    [Fact]
    public void PairAgreement_AnyTable_StaysInBounds() => Tables.Sample(table =>
    {
        foreach (var (name, statistic) in PairAgreement.Of(table, Options).Statistics.All)
        {
            Assert.NotEqual(statistic.Value is null, statistic.Undefined is null);
            if (statistic.Value is not { } value) continue;

            // Alpha and the coefficients with even chance reach below -1 for a handful of items; kappa and the shares never do.
            if (name != AgreementNames.McNemar) Assert.True(value <= 1 + Tolerance, name);
            if (name.StartsWith("cohen", StringComparison.Ordinal) || name.EndsWith("index", StringComparison.Ordinal))
                Assert.True(value >= -1 - Tolerance, name);
            if (name.EndsWith("agreement", StringComparison.Ordinal)) Assert.True(value >= 0, name);
            if (statistic.StandardError is { } error) Assert.True(error >= 0, name);
            if (statistic.Ci is { } interval) Assert.True(interval.Contains(value), name);
        }
    });

    [Fact]
    public void CohenKappa_Defined_IsOneIfAndOnlyIfAllAgree() => Tables.Sample(table =>
    {
        var agreed = Enumerable.Range(0, table.Size).Sum(category => table[category, category]);
        foreach (var name in (string[])["cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "krippendorff_alpha_nominal", "fleiss_kappa"])
            if (PairAgreement.Of(name, table, Options).Value is { } kappa)
                Assert.Equal(agreed == table.Total, kappa == 1);
    });

    [Fact]
    public void CohenKappa_AnyTable_IsAtMostKappaMax() => Tables.Sample(table =>
    {
        if (PairAgreement.Of("cohen_kappa", table, Options).Value is { } kappa)
            Assert.True(kappa <= PairAgreement.Of("kappa_max", table, Options).Value + Tolerance);
    });

    [Fact]
    public void WeightedStatistics_TwoCategories_EqualUnweighted() => Tables.Where(table => table.Size == 2).Sample(table =>
    {
        var all = PairAgreement.Of(table, Options);
        Same(all["cohen_kappa"], all["cohen_kappa_linear"]);
        Same(all["cohen_kappa"], all["cohen_kappa_quadratic"]);
        Same(all["gwet_ac1"], all["gwet_ac2_linear"]);
        Same(all["gwet_ac1"], all["gwet_ac2_quadratic"]);
        Same(all["krippendorff_alpha_nominal"], all["krippendorff_alpha_interval"]);
        Same(all["krippendorff_alpha_nominal"], all["krippendorff_alpha_ordinal"]);
        Close(all["pabak"].Value, all["brennan_prediger"].Value);
    });

    /// <summary>Scott's pi from its own formula, and alpha as pi corrected for a sample of 2n ratings (Krippendorff 2011).</summary>
    [Fact]
    public void FleissKappa_TwoRaters_IsScottsPiAndGivesAlpha() => Tables.Where(table => table.Total > 0).Sample(table =>
    {
        double n = table.Total;
        var observed = Enumerable.Range(0, table.Size).Sum(category => table[category, category]) / n;
        var expected = Enumerable.Range(0, table.Size).Sum(category =>
            Math.Pow(Enumerable.Range(0, table.Size).Sum(other => table[category, other] + table[other, category]) / (2 * n), 2));
        if (PairAgreement.Of("fleiss_kappa", table, Options).Value is not { } pi) return;
        Assert.Equal((observed - expected) / (1 - expected), pi, Tolerance);
        Assert.Equal(pi + ((1 - pi) / (2 * n)), PairAgreement.Of("krippendorff_alpha_nominal", table, Options).Value!.Value, Tolerance);
    });

    /// <summary>With two raters Conger's kappa is Cohen's, and Gwet's variance of it is that of Fleiss, Cohen and Everitt.</summary>
    [Fact]
    public void CongerKappa_TwoRaters_IsCohensWithItsError() => Tables.Sample(table =>
        Same(PairAgreement.Of("cohen_kappa", table, Options), PairAgreement.Of("conger_kappa", table, Options)));

    [Fact]
    public void MultiRaterAgreement_TwoRaters_EqualsPair() => Tables.Sample(table =>
    {
        var builder = new RatingMatrixBuilder(table.Categories, ["A", "B"]);
        for (var cell = 0; cell < table.Counts.Length; cell++)
            for (var item = 0L; item < table.Counts[cell]; item++)
                builder.AddItem([cell / table.Size, cell % table.Size]);
        var many = MultiRaterAgreement.Of(builder.ToMatrix(), Options);
        var pair = PairAgreement.Of(table, Options);
        foreach (var (name, statistic) in many.Statistics.All)
        {
            // The two-rater formulas divide by n where those for a sample of items divide by n - 1.
            Close(pair[name].Value, statistic.Value);
            Close(pair[name].StandardError * Math.Sqrt(table.Total / (table.Total - 1.0)), statistic.StandardError);
        }
    });

    [Fact]
    public void MultiRaterAgreement_RatersOrItemsReordered_StaysTheSame() => Gen.Select(Matrices, Gen.ULong).Sample((matrix, seed) =>
    {
        var random = new RandomStream(seed);
        var items = Enumerable.Range(0, matrix.Items).ToArray();
        var raters = Enumerable.Range(0, 3).ToArray();
        random.Shuffle(items.AsSpan());
        random.Shuffle(raters.AsSpan());
        var builder = new RatingMatrixBuilder(matrix.Categories, matrix.Raters);
        foreach (var item in items) builder.AddItem([.. raters.Select(rater => matrix[item, rater])]);
        var (original, other) = (MultiRaterAgreement.Of(matrix, Options), MultiRaterAgreement.Of(builder.ToMatrix(), Options));
        foreach (var (name, statistic) in original.Statistics.All) Same(statistic, other[name]);
    });

    [Fact]
    public void MultiRaterAgreement_UnratedItems_ChangeNothing() => Matrices.Sample(matrix =>
    {
        var builder = new RatingMatrixBuilder(matrix.Categories, matrix.Raters);
        builder.AddItem([null, null, null]);
        for (var item = 0; item < matrix.Items; item++) builder.AddItem([matrix[item, 0], matrix[item, 1], matrix[item, 2]]);
        var (original, other) = (MultiRaterAgreement.Of(matrix, Options), MultiRaterAgreement.Of(builder.ToMatrix(), Options));
        foreach (var (name, statistic) in original.Statistics.All) Same(statistic, other[name]);
    });

    private static void Same(Statistic expected, Statistic actual)
    {
        Assert.Equal(expected.Undefined is null, actual.Undefined is null);
        Close(expected.Value, actual.Value);
        Close(expected.StandardError, actual.StandardError);
        Close(expected.PValue, actual.PValue);
    }

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } number) Assert.Equal(number, actual!.Value, Tolerance * Math.Max(1, Math.Abs(number)));
    }
}
