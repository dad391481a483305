namespace Neatx.Imaging.Phantom;

/// <summary>
/// How much of the beam a centimetre of each matter takes away (linear attenuation per cm, about 70 keV, as a 120 kV beam behind the
/// patient's skin), from NIST's tables, rounded; bone and metal are stated as what they add to the soft tissue they replace.
/// </summary>
internal static class Matter
{
    public const float Soft = .19f;

    public const float Fat = .165f;

    public const float Lung = .044f;

    /// <summary>Dense bone beyond soft tissue. NIST gives about .24; a little more makes up for the contrast that a display adds.</summary>
    public const float DenseBone = .4f;

    /// <summary>Spongy bone beyond soft tissue.</summary>
    public const float SpongyBone = .085f;

    /// <summary>Plastic of a tube in place of air.</summary>
    public const float Plastic = .22f;

    /// <summary>Plastic filled with barium sulphate.</summary>
    public const float Barium = 2.2f;

    /// <summary>Steel, lead.</summary>
    public const float Metal = 18;
}
