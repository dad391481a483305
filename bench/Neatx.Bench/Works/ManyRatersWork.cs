using System.Globalization;
using Neatx.Core.Agreement;

namespace Neatx.Bench.Works;

/// <summary>One statistic of many raters, given rater by rater as columns of codes: 0 missing, 1 + category otherwise.</summary>
internal sealed class ManyRatersWork(string statistic, byte[][] columns, int categories) : IWork
{
    private readonly string[] _categories = [.. Enumerable.Range(0, categories).Select(Name)];
    private readonly string[] _raters = [.. Enumerable.Range(0, columns.Length).Select(Name)];

    public IReadOnlyList<double> Run()
    {
        var matrix = RatingMatrix.OfColumns(_categories, _raters, [.. columns.Select(column => new ReadOnlyMemory<byte>(column))]);
        return [MultiRaterAgreement.Of(statistic, matrix, new AgreementOptions()).Value!.Value];
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
