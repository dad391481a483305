namespace Neatx.Workspace.Claims;

/// <summary>When a computed value counts as the printed one.</summary>
public static class Rounding
{
    /// <summary>
    /// True when <paramref name="computed"/> lies within half a unit of the last printed digit. Both ends count: printed numbers were rounded half up, half to even, or from a
    /// binary fraction, and the paper does not say which.
    /// </summary>
    public static bool Agrees(double published, int decimals, double computed)
    {
        var unit = Math.Pow(10, -decimals);
        return Math.Abs(computed - published) <= (unit / 2) + (1e-9 * unit);
    }

    /// <summary>True when the value is off by no more than one unit more: cut off rather than rounded, or rounded twice.</summary>
    public static bool IsOneUnitOff(double published, int decimals, double computed) =>
        !Agrees(published, decimals, computed) && Math.Abs(computed - published) <= 1.5 * Math.Pow(10, -decimals);
}
