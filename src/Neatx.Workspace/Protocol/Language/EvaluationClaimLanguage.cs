using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A claim about a figure of an evaluation: a mean over seeds, or its standard deviation.</summary>
internal static class EvaluationClaimLanguage
{
    private static readonly TypedKey<string> Table = Key.Required("table", new ReferenceShape(NameSpace.EvaluationTable), "The table of the evaluation.");
    private static readonly TypedKey<string> Labels = Key.Required("labels", ReferenceShape.LabelSet, "The label set, a column of the table.");
    private static readonly TypedKey<string> Of = Key.Optional("of", new ReferenceShape(NameSpace.Sweep, NameSpace.Scores), "The sweep or scores; left out, the first of the table.");
    private static readonly TypedKey<string> Model = Key.Optional("model", ModelWords.Keys, "The model of the sweep; left out, its first.");

    private static readonly TypedKey<string> Statistic = Key.Defaulted(
        "statistic",
        new WordShape<string>("a statistic of an evaluation", [
            new("auc", "auc", "The mean over seeds."),
            new("auc_sd", "auc_sd", "The standard deviation over seeds, n - 1."),
            new("average_precision", "average_precision", "The mean over seeds."),
            new("average_precision_sd", "average_precision_sd", "The standard deviation over seeds."),
            new("ece", "ece", "The mean over seeds."),
            new("ece_sd", "ece_sd", "The standard deviation over seeds."),
        ]),
        "auc",
        "What was computed.");

    private static readonly TypedKey<bool> Percent = Key.Defaulted("percent", BoolShape.Instance, false, "Whether the number was printed times 100.");

    public static ObjectShape<ClaimQuantity> Shape { get; } = new(
        "claim of evaluation",
        "A figure of an evaluation.",
        [Table, Labels, Of, Model, Statistic, Percent],
        fields => new ClaimQuantity.Evaluation(fields.Get(Table), fields.Get(Labels), fields.Get(Statistic))
        {
            Of = fields.Find(Of),
            Model = fields.Find(Model),
            Percent = fields.Get(Percent),
        });
}
