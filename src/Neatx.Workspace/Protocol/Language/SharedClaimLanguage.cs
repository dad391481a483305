using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A claim about how many images two label sets share.</summary>
internal static class SharedClaimLanguage
{
    private static readonly TypedKey<string> A = Key.Required("a", ReferenceShape.LabelSet, "A label set.");
    private static readonly TypedKey<string> B = Key.Required("b", ReferenceShape.LabelSet, "The other.");

    public static ObjectShape<ClaimQuantity> Shape { get; } = new(
        "claim of shared images",
        "The images that two label sets share.",
        [A, B],
        fields => new ClaimQuantity.SharedImages(fields.Get(A), fields.Get(B)));
}
