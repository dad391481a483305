using System.Numerics;
using System.Runtime.InteropServices;

namespace Neatx.Imaging.Phantom.Drawing;

/// <summary>A point of a path on the film.</summary>
/// <param name="At">Pixels; the middle of the first pixel is 0, 0.</param>
/// <param name="Width">The width there as a multiple of the profile's.</param>
/// <param name="Amount">The opacity there as a multiple of the profile's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BrushPoint(Vector2 At, float Width, float Amount);
