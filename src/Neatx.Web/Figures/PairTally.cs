using System.Runtime.InteropServices;
using Neatx.Core.Agreement;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Web.Figures;

/// <summary>Two sources of ratings and how their answers fell together, by finding and patient.</summary>
internal sealed class PairTally
{
    private const int Categories = 2;
    private static readonly IReadOnlyList<string> Labels = ["missing", "INVALID", "0", "0.25", "0.5", "0.75", "1"];

    private readonly long[][] _codes;
    private readonly long[][] _cells;
    private readonly ClusterTally[] _patients;
    private readonly Dictionary<int, int> _local = [];

    public PairTally(int findings)
    {
        _codes = [.. Enumerable.Range(0, findings).Select(_ => new long[PairTallies.Codes * PairTallies.Codes])];
        _cells = [.. Enumerable.Range(0, findings).Select(_ => new long[Categories * Categories])];
        _patients = [.. Enumerable.Range(0, findings).Select(_ => new ClusterTally(Categories * Categories))];
    }

    /// <summary>Images both answered.</summary>
    public long Images { get; private set; }

    public void Add(int patient, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Images++;
        // Numbered anew, so that a tally costs no more than the patients in it.
        ref var cluster = ref CollectionsMarshal.GetValueRefOrAddDefault(_local, patient, out var isKnown);
        if (!isKnown) cluster = _local.Count - 1;
        for (var finding = 0; finding < _codes.Length; finding++)
        {
            _codes[finding][(a[finding] * PairTallies.Codes) + b[finding]]++;
            var (row, column) = (CategoryOf(a[finding]), CategoryOf(b[finding]));
            if (row < 0 || column < 0) continue;
            var cell = (row * Categories) + column;
            _cells[finding][cell]++;
            _patients[finding].Add(cluster, cell);
        }
    }

    /// <summary>The figure of one finding.</summary>
    /// <param name="kind">See <see cref="AgreementFigure"/>.</param>
    /// <param name="a">The first source.</param>
    /// <param name="b">The second.</param>
    /// <param name="index">The finding.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bootstrap">Null where the large-sample interval has to do.</param>
    /// <param name="level">Of the interval.</param>
    public AgreementFigure Figure(string kind, string? a, string? b, int index, string name, BootstrapOptions? bootstrap, double level)
    {
        var formula = CohenKappa.Unweighted(Categories, level);
        var cells = _cells[index];
        var kappa = formula.Of(cells);
        var interval = kappa.Ci;
        var undefined = kappa.Undefined;
        if (kappa.Value is not null && bootstrap is not null)
        {
            var drawn = ClusterBootstrap.Of(_patients[index].ToClasses(), formula.TryValue, bootstrap);
            (interval, undefined) = (drawn.Interval, drawn.Undefined);
        }

        return new(kind, a, b, name, cells.Sum(), kappa.Value, interval?.Low, interval?.High, interval?.Method, undefined, Crosstab(index));
    }

    private static int CategoryOf(byte code) => Rating.OfCode(code).Side switch
    {
        LabelState.Negative => 0,
        LabelState.Positive => 1,
        _ => -1,
    };

    private CrosstabFigure Crosstab(int finding) => new(
        Labels, [.. Enumerable.Range(0, PairTallies.Codes).Select(row => _codes[finding].AsSpan(row * PairTallies.Codes, PairTallies.Codes).ToArray())]);
}
