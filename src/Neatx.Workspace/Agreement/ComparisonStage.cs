using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Agreement;

/// <summary>Computes one comparison of the protocol.</summary>
public static class ComparisonStage
{
    /// <summary>The policies that are shown side by side when all are asked for.</summary>
    public static IReadOnlyList<AgreementPolicy> CommonPolicies { get; } =
    [
        new(),
        new() { Uncertain = StateTreatment.AsClass },
        new() { Uncertain = StateTreatment.AsPositive },
        new() { Uncertain = StateTreatment.AsNegative },
        new() { Uncertain = StateTreatment.AsClass, Invalid = StateTreatment.AsClass },
        new() { Uncertain = StateTreatment.AsClass, Invalid = StateTreatment.AsClass, Missing = StateTreatment.AsClass },
    ];

    /// <summary>Every pair and finding of the comparison; what is not to be had is a column with its reason.</summary>
    /// <param name="definition">The comparison.</param>
    /// <param name="protocol">The policy, whether all are shown, and the crosstabs that its claims quote.</param>
    /// <param name="titles">Name to title of the label sets.</param>
    /// <param name="data">The tallies.</param>
    /// <param name="maker">Makes the figures.</param>
    public static ComparisonResult Compute(
        ComparisonDefinition definition, ProtocolDocument protocol, IReadOnlyDictionary<string, string> titles, AgreementData data, FigureMaker maker)
    {
        var policy = definition.Policy ?? protocol.Agreement.Policy;
        var columns = definition.Ratings is { } ratings
            ? Raters(ratings, definition, data)
            : [.. definition.Pairs.Select(pair => LabelSets(pair, policy, protocol, titles, data))];
        var findings = Findings(definition, columns);
        return new ComparisonResult
        {
            Name = definition.Name,
            Title = definition.Title,
            Ratings = definition.Ratings,
            Pairs = [.. columns.Select(column => column.Pair)],
            Findings = findings,
            Figures = [.. from column in columns from finding in findings let cell = column.Cell(finding, policy, maker, definition.Name) where cell is not null select cell],
            OtherPolicies = protocol.Agreement.AllPolicies ? OtherPolicies(columns, findings, policy, maker, definition.Name) : [],
        };
    }

    /// <summary>The cells under the common policies; one that gives the same table as a policy before it, because what it treats differently does not occur, is left out.</summary>
    private static List<AgreementFigure> OtherPolicies(
        List<ComparedColumn> columns, IReadOnlyList<string> findings, AgreementPolicy own, FigureMaker maker, string comparison)
    {
        var cells = new List<AgreementFigure>();
        foreach (var column in columns)
        {
            foreach (var finding in findings)
            {
                var shown = new List<AgreementPolicy> { own };
                foreach (var policy in CommonPolicies)
                {
                    if (shown.Exists(before => column.AreAlike(before, policy, finding))) continue;
                    shown.Add(policy);
                    if (column.Cell(finding, policy, maker, comparison) is { } cell) cells.Add(cell);
                }
            }
        }

        return cells;
    }

    private static List<ComparedColumn> Raters(string name, ComparisonDefinition definition, AgreementData data)
    {
        if (data.WhyNot(name) is not null) return [];
        var ratings = data.Ratings(name);
        var codes = definition.Grades ? RatingCodes.Grades : RatingCodes.States;
        return
        [
            .. from first in Enumerable.Range(0, ratings.Raters.Count)
               from b in ratings.Raters.Skip(first + 1)
               let a = ratings.Raters[first]
               let tally = data.Tally(ratings, a, b, codes)
               select ComparedColumn.Of(new ComparedPair(a, a, b, b, tally.Images), ratings.Findings, tally),
        ];
    }

    private static ComparedColumn LabelSets(LabelSetPair pair, AgreementPolicy policy, ProtocolDocument protocol, IReadOnlyDictionary<string, string> titles, AgreementData data)
    {
        var compared = new ComparedPair(pair.A, titles[pair.A], pair.B, titles[pair.B], null);
        var reasons = new[] { pair.A, pair.B }.Select(data.WhyNot).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (reasons.Length == 0)
        {
            var tally = data.Tally(pair.A, pair.B);
            return ComparedColumn.Of(compared with { SharedImages = tally.Images }, data.LabelSet(pair.A).Findings, tally);
        }

        var published = PublishedCrosstab.For(pair, policy, protocol);
        return published.Count > 0
            ? ComparedColumn.Of(compared with { Note = "Computed from the published crosstabs; the images themselves are not to be had here." }, published, policy)
            : ComparedColumn.Unavailable(compared with { Unavailable = string.Join(" ", reasons) });
    }

    /// <summary>The protocol's order, or else the order in which the sides name what they share.</summary>
    private static IReadOnlyList<string> Findings(ComparisonDefinition definition, List<ComparedColumn> columns) => definition.Findings.Count > 0
        ? definition.Findings
        : [.. columns.SelectMany(column => column.Findings).Distinct(StringComparer.Ordinal)];
}
