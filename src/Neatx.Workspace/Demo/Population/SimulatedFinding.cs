namespace Neatx.Workspace.Demo.Population;

/// <summary>A finding that images of a population may show.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Prevalence">The share of images that show it, in (0, 1), before any <see cref="Pull"/>.</param>
internal sealed record SimulatedFinding(string Name, double Prevalence)
{
    /// <summary>Another finding, listed before this one, that makes this one likelier; null for none.</summary>
    public string? PulledBy { get; init; }

    /// <summary>By how many standard deviations of the latent severity <see cref="PulledBy"/> raises this finding.</summary>
    public double Pull { get; init; }

    /// <summary>Another finding, listed before this one, whose severity this one's goes with; null for none. Unlike a pull it leaves the prevalence as it is.</summary>
    public string? TiedTo { get; init; }

    /// <summary>The weight of that severity in this one's, in [-1, 1]; see <see cref="PopulationModel.TieFor"/>.</summary>
    public double Tie { get; init; }
}
