using System.Numerics;
using System.Runtime.InteropServices;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>A point of a path through the patient.</summary>
/// <param name="At">Centimetres from the middle of the chest: x to the patient's left, y towards the feet.</param>
/// <param name="Width">The width there as a multiple of the profile's.</param>
/// <param name="Amount">How opaque it is there as a multiple of the profile's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PathPoint(Vector2 At, float Width = 1, float Amount = 1);
