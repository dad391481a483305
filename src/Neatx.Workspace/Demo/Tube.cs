using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>A tube of the PadChest-like archive and how well each source of report labels finds it.</summary>
/// <param name="Column">The stem of its columns in the rating sheet.</param>
/// <param name="Label">Its name in PadChest's labels.</param>
/// <param name="Prevalence">The share of images of this hospital that show it; far above the public archive's, so that a small demo has enough.</param>
/// <param name="Physician">Labels by physicians reading reports.</param>
/// <param name="Network">Labels by a network reading reports.</param>
internal sealed record Tube(string Column, string Label, double Prevalence, ReadingSkill Physician, ReadingSkill Network)
{
    /// <summary>In the order of the rating sheet.</summary>
    public static IReadOnlyList<Tube> All { get; } =
    [
        new("Chest_drain_tube", "chest drain tube", .07, new(.85, .990), new(.60, .985)),
        new("NSG_tube", "nsg tube", .20, new(.86, .950), new(.70, .910)),
        new("Endotracheal_tube", "endotracheal tube", .13, new(.90, .985), new(.74, .970)),
        new("Tracheostomy_tube", "tracheostomy tube", .12, new(.98, .995), new(.94, .988)),
    ];
}
