using System.Runtime.InteropServices;

namespace Neatx.Workspace.Labels;

/// <summary>A rating that is not blank, by the numbers of its item, rater and text, and its line in the file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RatingEntry(int Item, int Rater, int Text, int Line);
