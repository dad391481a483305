using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>gold: the reference standard of a campaign.</summary>
internal static class CampaignGoldLanguage
{
    private static readonly ReferenceShape Cohort = new(NameSpace.Cohort);
    private static readonly TypedKey<string> LabelSet = Key.Required("label_set", ReferenceShape.LabelSet, "The label set that holds the answers.");
    private static readonly TypedKey<string> Training = Key.Optional("training", Cohort, "The cohort that raters train on, with feedback.");
    private static readonly TypedKey<string> Qualification = Key.Optional("qualification", Cohort, "The cohort that raters qualify on, without feedback.");
    private static readonly TypedKey<string> Hidden = Key.Optional("hidden", Cohort, "The cohort that is hidden among the images to be rated.");

    private static readonly TypedKey<double> HiddenShare = Key.Defaulted(
        "hidden_share", new ShareShape(bounds: false), new CampaignGoldDefinition { LabelSet = "" }.HiddenShare, "The share of a rater's images that are hidden ones; at most .5.");

    private static readonly TypedKey<string> Marks = Key.Optional(
        "marks", new FileShape("a CSV file with the columns image, finding, line and box"), "Lines along tubes and boxes that the expert drew on films of the training; shown with the feedback.");

    public static ObjectShape<CampaignGoldDefinition> Shape { get; } = new(
        "gold",
        "The reference standard of a campaign, and the images it is used on.",
        [LabelSet, Training, Qualification, Hidden, HiddenShare, Marks],
        fields => new()
        {
            LabelSet = fields.Get(LabelSet),
            Training = fields.Find(Training),
            Qualification = fields.Find(Qualification),
            Hidden = fields.Find(Hidden),
            HiddenShare = fields.Get(HiddenShare),
            Marks = fields.Find(Marks),
        })
    {
        Rules = [new NeedsRule(HiddenShare, Hidden), new NeedsRule(Marks, Training)],
        Check = fields =>
        {
            if (fields.FindValue(HiddenShare) > .5) fields.Report(HiddenShare, "expected a share of at most .5");
            if (!new Key[] { Training, Qualification, Hidden }.Any(fields.Has))
                fields.Binding.Report(fields.Place, "expected one of the keys 'training', 'qualification' or 'hidden', found none; without images a reference standard does nothing");
        },
    };
}
