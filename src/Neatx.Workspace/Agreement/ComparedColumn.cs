using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>A column of a comparison while it is computed: a pair, the findings it shares, and what makes a cell.</summary>
internal sealed record ComparedColumn
{
    private readonly Func<string, AgreementPolicy, FigureMaker, string, AgreementFigure?> _cell;

    private ComparedColumn(ComparedPair pair, IReadOnlyList<string> findings, Func<string, AgreementPolicy, FigureMaker, string, AgreementFigure?> cell) =>
        (Pair, Findings, _cell) = (pair, findings, cell);

    private PairTally? Tally { get; init; }

    public ComparedPair Pair { get; }

    public IReadOnlyList<string> Findings { get; }

    /// <summary>A pair whose images are here.</summary>
    public static ComparedColumn Of(ComparedPair pair, IReadOnlyList<string> findings, PairTally tally) => new(
        pair,
        [.. findings.Where(tally.Has)],
        (finding, policy, maker, comparison) => tally.Has(finding) ? maker.Make(comparison, pair.A, pair.B, finding, policy, tally) : null)
    {
        Tally = tally,
    };

    /// <summary>A pair of which published crosstabs stand in, made under one policy.</summary>
    public static ComparedColumn Of(ComparedPair pair, IReadOnlyDictionary<string, Crosstab> published, AgreementPolicy under) => new(
        pair,
        [.. published.Keys],
        (finding, policy, maker, comparison) =>
            policy == under && published.TryGetValue(finding, out var table) ? maker.Make(comparison, pair.A, pair.B, finding, policy, table) : null);

    /// <summary>A pair without cells.</summary>
    public static ComparedColumn Unavailable(ComparedPair pair) => new(pair, [], (_, _, _, _) => null);

    /// <summary>True when two policies give the same table here, or none.</summary>
    public bool AreAlike(AgreementPolicy one, AgreementPolicy other, string finding) => Tally?.Has(finding) != true || Tally.AreAlike(one, other, finding);

    /// <summary>The cell of a finding under a policy, or null where the pair does not share it.</summary>
    public AgreementFigure? Cell(string finding, AgreementPolicy policy, FigureMaker maker, string comparison) => _cell(finding, policy, maker, comparison);
}
