using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Bench.Works;

/// <summary>20 iterations of Dawid and Skene's EM, to labels, on ratings given as parallel arrays; the rating table is made beforehand.</summary>
internal sealed class DawidSkeneWork : IWork
{
    private const int Iterations = 20;

    private readonly RatingTable _ratings;

    /// <param name="items">The item of each rating, from 0.</param>
    /// <param name="raters">The rater of each rating, from 0.</param>
    /// <param name="classes">The class of each rating, from 0.</param>
    public DawidSkeneWork(int[] items, int[] raters, byte[] classes)
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal(Enumerable.Range(0, classes.Max() + 1).Select(Name)));
        foreach (var item in Enumerable.Range(0, items.Max() + 1)) builder.Item(Name(item));
        foreach (var rater in Enumerable.Range(0, raters.Max() + 1)) builder.Rater(Name(rater));
        for (var rating = 0; rating < items.Length; rating++) builder.Add(items[rating], raters[rating], classes[rating]);
        _ratings = builder.Build();
    }

    /// <summary>The prevalences and the log-likelihood of the last iteration.</summary>
    public IReadOnlyList<double> Run()
    {
        var fit = new DawidSkene { MaximumIterations = Iterations, Tolerance = 0 }.Resolve(_ratings).Labels!.Fit!;
        return [.. fit.Prevalences, fit.LogLikelihood[^1]];
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
