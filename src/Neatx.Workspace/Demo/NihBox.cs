namespace Neatx.Workspace.Demo;

/// <summary>A box that a radiologist drew: the image (index into the archive), the finding by the box table's name, and its place in pixels of 1024.</summary>
internal sealed record NihBox(int Image, string Finding, double X, double Y, double Width, double Height);
