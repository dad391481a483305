namespace Neatx.Core.Agreement;

/// <summary>A named stretch of the agreement scale: above <see cref="Above"/>, up to and including <see cref="UpTo"/>.</summary>
public sealed record AgreementBand
{
    private AgreementBand(string name, double above, double upTo) => (Name, Above, UpTo) = (name, above, upTo);

    public string Name { get; }

    /// <summary>Not included; the lowest band starts at -1 and includes it.</summary>
    public double Above { get; }

    /// <summary>Included.</summary>
    public double UpTo { get; }

    /// <summary>
    /// The bands of Landis and Koch (1977) as the paper names them, lowest first: none, none to slight, fair, moderate, substantial, almost
    /// perfect. Printed bounds such as .21 to .40 mean above .20 up to .40, so that no value falls between two bands.
    /// </summary>
    public static IReadOnlyList<AgreementBand> LandisKoch { get; } =
    [
        new("none", -1, 0),
        new("none to slight", 0, .2),
        new("fair", .2, .4),
        new("moderate", .4, .6),
        new("substantial", .6, .8),
        new("almost perfect", .8, 1),
    ];

    /// <summary>The Landis-Koch band of a kappa.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kappa is not in [-1, 1].</exception>
    public static AgreementBand Of(double kappa) => kappa is >= -1 and <= 1
        ? LandisKoch.First(band => kappa <= band.UpTo)
        : throw new ArgumentOutOfRangeException(nameof(kappa), kappa, "A kappa lies in [-1, 1].");
}
