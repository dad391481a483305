using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;

namespace Neatx.Workspace.Claims;

/// <summary>Says in words what a claim is about, with the titles the protocol gives.</summary>
/// <param name="titles">Name to title, of every table, label set and cohort.</param>
/// <param name="policy">The protocol's policy, for claims that state none.</param>
public sealed class ClaimWording(IReadOnlyDictionary<string, string> titles, AgreementPolicy policy)
{
    public AgreementPolicy Policy { get; } = policy;

    /// <summary>The title of a named thing, or the name itself for a rater.</summary>
    public string Title(string name) => titles.GetValueOrDefault(name, name);

    /// <summary>A number with the digits it was printed with.</summary>
    public static string Number(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>The two sides of a claim of agreement, "GCS16L and RSNA"; the whole subject for any other claim.</summary>
    public string Pair(ClaimDefinition claim) => claim.Quantity is ClaimQuantity.Agreement quantity ? Sides(quantity) : Subject(claim);

    /// <summary>What the number is, without a full stop.</summary>
    public string Subject(ClaimDefinition claim) => claim.Quantity switch
    {
        ClaimQuantity.Agreement { A: ClaimQuantity.Agreement.CrosstabRows } table => $"{StatisticWords(table.Statistic)} of the published crosstab{Of(claim.Finding)}",
        ClaimQuantity.Agreement quantity => $"{StatisticWords(quantity.Statistic)} of {Sides(quantity)}{Of(claim.Finding)}",
        ClaimQuantity.SharedImages shared => $"images shared by {Title(shared.A)} and {Title(shared.B)}",
        ClaimQuantity.CohortCount count => $"{Noun(count.Patients)} in {Title(count.Cohort)} after '{count.Step}'",
        ClaimQuantity.TableCount count => $"{Noun(count.Patients)} in {Title(count.Table)}",
        ClaimQuantity.StateCount { Rater: { } rater } count => $"{AgreementPolicy.Word(count.State)} ratings by {rater} in {Title(count.Table)}{Of(claim.Finding)}",
        ClaimQuantity.StateCount count => $"{AgreementPolicy.Word(count.State)} labels in {Title(count.Table)}{Of(claim.Finding)}",
        ClaimQuantity.Evaluation figure => $"{EvaluationStatistic(figure)}{(figure.Model is { } model ? $" of {ModelWords.Title(ModelWords.Model(model))}" : "")} by {Title(figure.Labels)}{Of(claim.Finding)}",
        _ => claim.Id.Replace('.', ' ').Replace('-', ' '),
    };

    private string Sides(ClaimQuantity.Agreement quantity) => quantity.Ratings is { } ratings
        ? $"raters {quantity.A} and {quantity.B} in {Title(ratings)}"
        : $"{Title(quantity.A)} and {Title(quantity.B)}";

    private static string StatisticWords(string name) => name == "cohen_kappa" ? "Cohen's kappa" : name.Replace('_', ' ');

    private static string EvaluationStatistic(ClaimQuantity.Evaluation figure)
    {
        var isSpread = figure.Statistic.EndsWith("_sd", StringComparison.Ordinal);
        var name = (isSpread ? figure.Statistic[..^3] : figure.Statistic).Replace('_', ' ');
        return $"{(isSpread ? "SD over seeds of the " : "mean ")}{(name is "auc" or "ece" ? name.ToUpperInvariant() : name)}{(figure.Percent ? " (x 100)" : "")}";
    }

    private static string Noun(bool patients) => patients ? "patients" : "images";

    private static string Of(string? finding) => finding is null ? "" : $", {finding}";
}
