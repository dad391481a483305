namespace Neatx.Core.Agreement;

/// <summary>One point of a control chart.</summary>
/// <param name="Item">The item rated last, counted from 0 in the order of rating.</param>
/// <param name="Value">The running figure.</param>
/// <param name="Low">The lower control limit; values on it are still within.</param>
/// <param name="High">The upper control limit; values on it are still within.</param>
public sealed record ControlPoint(int Item, double Value, double Low, double High)
{
    public bool IsOutside => Value < Low || Value > High;
}
