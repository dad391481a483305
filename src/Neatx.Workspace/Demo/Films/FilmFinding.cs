using Neatx.Imaging.Phantom;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A finding that films show, with its names in the published tables.</summary>
/// <param name="Flag">In a scene.</param>
/// <param name="Nih">In NIH-CXR14's "Finding Labels"; null for tubes, which that table does not have.</param>
/// <param name="PadChest">In PadChest's "Labels".</param>
/// <param name="Prevalence">The share of images in a phantom set that show it.</param>
internal sealed record FilmFinding(PhantomFindings Flag, string? Nih, string PadChest, double Prevalence)
{
    public const string Drain = "chest drain tube";

    public const string Pneumothorax = "pneumothorax";

    /// <summary>Tubes in the order of <see cref="Tube.All"/>, then pathologies.</summary>
    public static IReadOnlyList<FilmFinding> All { get; } =
    [
        new(PhantomFindings.ChestDrain, null, Drain, .3),
        new(PhantomFindings.NasogastricTube, null, "nsg tube", .22),
        new(PhantomFindings.EndotrachealTube, null, "endotracheal tube", .18),
        new(PhantomFindings.TracheostomyTube, null, "tracheostomy tube", .12),
        new(PhantomFindings.Pneumothorax, "Pneumothorax", Pneumothorax, .3),
        new(PhantomFindings.Effusion, "Effusion", "pleural effusion", .2),
        new(PhantomFindings.Cardiomegaly, "Cardiomegaly", "cardiomegaly", .15),
    ];

    /// <summary>The finding by either of its names, or one spelled as the demo's NIH-like archive does; null when films do not show it.</summary>
    public static FilmFinding? Named(string name)
    {
        foreach (var finding in All)
            if (finding.Nih == name || finding.PadChest == name || (name == NihArchive.Drain && finding.PadChest == Drain)) return finding;
        return null;
    }
}
