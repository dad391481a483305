using Neatx.Core.Labels;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>The words of <see cref="LabelKind"/>.</summary>
internal static class KindWords
{
    public static WordShape<LabelKind> Shape { get; } = new("a kind of labels", [
        new("report_parsing", LabelKind.ReportParsing, "Mined from radiology reports by a program."),
        new("report_review", LabelKind.ReportReview, "Read from radiology reports by a person."),
        new("mixed", LabelKind.Mixed, "Reports read partly by persons and parsed partly by a program."),
        new("image_review", LabelKind.ImageReview, "Experts looking at the images."),
        new("non_expert", LabelKind.NonExpert, "People without medical training looking at the images."),
        new("model", LabelKind.Model, "A trained model."),
    ]);
}
