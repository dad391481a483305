using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>evaluation: how scores are evaluated, and the tables that compare them.</summary>
internal static class EvaluationLanguage
{
    private static readonly EvaluationDefinition Defaults = new();

    private static readonly TypedKey<AgreementPolicy> Policy = Key.Optional(
        "policy", PolicyLanguage.Shape, "How labels that are neither positive nor negative are treated; left out, they are dropped.");

    private static readonly TypedKey<long> Resamples = Key.Defaulted(
        "resamples", new WholeShape(0, 1_000_000), Defaults.Resamples, "Bootstrap resamples of patients for each interval; 0 for none.");

    private static readonly TypedKey<double> Confidence = Key.Defaulted("confidence", new ShareShape(bounds: false), Defaults.Confidence, "The level of every interval.");
    private static readonly TypedKey<long> Bins = Key.Defaulted("bins", new WholeShape(1, 1000), Defaults.Bins, "Bins of equal width for calibration.");

    private static readonly TypedKey<double> Sensitivity = Key.Defaulted(
        "sensitivity", new ShareShape(bounds: false), Defaults.Sensitivity, "The sensitivity that an operating point must reach on the validation part.");

    private static readonly TypedKey<double> Specificity = Key.Defaulted(
        "specificity", new ShareShape(bounds: false), Defaults.Specificity, "The specificity that an operating point must reach on the validation part.");

    private static readonly TypedKey<OrderedDictionary<string, ScoresDefinition>> Scores = Key.Optional(
        "scores", ScoresLanguage.Shape, "Scores of models that were not trained here.");

    private static readonly TypedKey<OrderedDictionary<string, EvaluationTable>> Tables = Key.Optional(
        "tables", EvaluationTableLanguage.Shape, "The tables of the report: models or findings against label sets.");

    public static ObjectShape<EvaluationDefinition> Shape { get; } = new(
        "evaluation",
        "How scores are evaluated, and the tables that compare them.",
        [Policy, Resamples, Confidence, Bins, Sensitivity, Specificity, Scores, Tables],
        fields => new()
        {
            Policy = fields.Find(Policy) ?? new(),
            Resamples = (int)fields.Get(Resamples),
            Confidence = fields.Get(Confidence),
            Bins = (int)fields.Get(Bins),
            Sensitivity = fields.Get(Sensitivity),
            Specificity = fields.Get(Specificity),
            Scores = [.. fields.Find(Scores)?.Values ?? Enumerable.Empty<ScoresDefinition>()],
            Tables = [.. fields.Find(Tables)?.Values ?? Enumerable.Empty<EvaluationTable>()],
        })
    {
        Check = fields =>
        {
            if (fields.Find(Policy) is { } policy && (policy.Uncertain == StateTreatment.AsClass || policy.Invalid == StateTreatment.AsClass || policy.Missing == StateTreatment.AsClass))
                fields.Report(Policy, "expected drop, positive or negative, found class; an AUC knows positive and negative only");
            if (fields.FindValue(Resamples) == 1) fields.Report(Resamples, "expected 0 or at least 2 resamples, found 1");
        },
    };
}
