namespace Neatx.Workspace.Claims;

/// <summary>What became of a published number.</summary>
public enum ClaimStatus
{
    /// <summary>The computed value rounds to the published digits.</summary>
    Reproduced,

    /// <summary>It does not.</summary>
    Differs,

    /// <summary>It cannot be computed here; the hint says why.</summary>
    NotComputable,
}
