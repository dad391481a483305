namespace Neatx.Learning.Models;

/// <summary>How the initial values of a parameter are spread.</summary>
public enum InitialKind
{
    /// <summary>All the same.</summary>
    Constant,

    /// <summary>Normal around 0.</summary>
    Normal,

    /// <summary>Uniform around 0, to a bound on either side.</summary>
    Uniform,
}
