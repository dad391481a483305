using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>All policies side by side: what kappa becomes when uncertain, invalid and missing labels are treated otherwise.</summary>
internal static class PolicyTable
{
    public static void Write(Page page, ComparisonResult comparison)
    {
        if (comparison.OtherPolicies.Count == 0) return;
        var cells = comparison.Figures.Concat(comparison.OtherPolicies)
            .DistinctBy(figure => (figure.A, figure.B, figure.Finding, figure.Policy))
            .ToDictionary(figure => (figure.A, figure.B, figure.Finding, figure.Policy));
        var policies = cells.Keys.Select(key => key.Policy).Distinct(StringComparer.Ordinal);
        IReadOnlyList<Column<AgreementFigure>> columns =
        [
            new("Finding", figure => figure.Finding),
            .. policies.Select(policy => new Column<AgreementFigure>(PolicyWords.Say(policy), figure => Kappa(Find(figure, policy)), Numeric: true)
            {
                Note = figure => Find(figure, policy) is { } found ? $"n\u202F=\u202F{Numbers.Count(found.N)}" : null,
                Class = figure => policy == figure.Policy ? "own" : null,
            }),
        ];
        page.Folded(
            $"\u03BA under all policies: {comparison.Title}.",
            "The policy of the comparison stands first and is set in bold.",
            DataFiles.Agreement,
            ComparisonView.ByPair(comparison, columns));

        AgreementFigure? Find(AgreementFigure figure, string policy) => cells.GetValueOrDefault((figure.A, figure.B, figure.Finding, policy));
    }

    private static string Kappa(AgreementFigure? figure) => figure?[AgreementNames.CohenKappa] switch
    {
        null => "\u2013",
        { Value: { } kappa } => Numbers.Fixed(kappa, 3),
        _ => "undefined",
    };
}
