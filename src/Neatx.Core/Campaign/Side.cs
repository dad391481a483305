namespace Neatx.Core.Campaign;

/// <summary>On which side of the patient a finding is. The numbers are stored and must not change.</summary>
public enum Side : byte
{
    /// <summary>Not said.</summary>
    None = 0,

    Left = 1,

    Right = 2,

    Both = 3,
}
