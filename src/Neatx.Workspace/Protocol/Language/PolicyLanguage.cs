using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>policy: how a comparison treats labels that are neither positive nor negative.</summary>
internal static class PolicyLanguage
{
    private const string NeverAnAnswer = "a missing label is never a positive or a negative";

    private static readonly Word<StateTreatment> Drop = Treatment(StateTreatment.Drop, "The image is left out of the comparison.");
    private static readonly Word<StateTreatment> AsClass = Treatment(StateTreatment.AsClass, "The state is a category of its own.");
    private static readonly Word<StateTreatment> AsPositive = Treatment(StateTreatment.AsPositive, "The state counts as positive.");
    private static readonly Word<StateTreatment> AsNegative = Treatment(StateTreatment.AsNegative, "The state counts as negative.");

    private static readonly WordShape<StateTreatment> AnyTreatment = new("a treatment", [Drop, AsClass, AsPositive, AsNegative]);

    private static readonly WordShape<StateTreatment> MissingTreatment = new(
        "a treatment",
        [Drop, AsClass],
        new Dictionary<string, string>(StringComparer.Ordinal) { [AsPositive.Text] = NeverAnAnswer, [AsNegative.Text] = NeverAnAnswer });

    private static readonly TypedKey<StateTreatment> Uncertain = Key.Defaulted(
        "uncertain", AnyTreatment, StateTreatment.Drop, "What is done with uncertain labels.");

    private static readonly TypedKey<StateTreatment> Invalid = Key.Defaulted(
        "invalid", AnyTreatment, StateTreatment.Drop, "What is done with labels of images that were judged unfit.");

    private static readonly TypedKey<StateTreatment> Missing = Key.Defaulted(
        "missing", MissingTreatment, StateTreatment.Drop, "What is done with labels that nobody gave.");

    public static ObjectShape<AgreementPolicy> Shape { get; } = new(
        "policy",
        "How a comparison treats labels that are neither positive nor negative.",
        [Uncertain, Invalid, Missing],
        fields => new()
        {
            Uncertain = fields.Get(Uncertain),
            Invalid = fields.Get(Invalid),
            Missing = fields.Get(Missing),
        });

    private static Word<StateTreatment> Treatment(StateTreatment treatment, string description) => new(AgreementPolicy.Word(treatment), treatment, description);
}
