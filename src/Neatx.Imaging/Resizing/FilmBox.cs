using System.Runtime.InteropServices;

namespace Neatx.Imaging.Resizing;

/// <summary>A rectangle of pixels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilmBox(int Left, int Top, int Width, int Height);
