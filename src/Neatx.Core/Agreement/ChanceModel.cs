namespace Neatx.Core.Agreement;

/// <summary>What a coefficient for any number of raters takes for chance.</summary>
internal enum ChanceModel
{
    /// <summary>No correction: percent agreement.</summary>
    None,

    /// <summary>Two draws from the pooled category shares: Fleiss' kappa, Scott's pi.</summary>
    PooledShares,

    /// <summary>Every category alike: Brennan and Prediger's coefficient.</summary>
    Uniform,

    /// <summary>Guessing on the hard items only: Gwet's AC1 and, with distances, AC2.</summary>
    HardItems,
}
