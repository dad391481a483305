using System.Runtime.InteropServices;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A number as it was printed.</summary>
/// <param name="Value">Never minus zero.</param>
/// <param name="Decimals">The digits after the decimal point.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PublishedNumber(double Value, int Decimals);
