namespace Neatx.Workspace.Catalog;

/// <summary>A file that was read, by its name in the protocol, with the size and SHA-256 (lower-case hexadecimal) of its bytes on disk.</summary>
public sealed record InputFile(string File, long Bytes, string Sha256);
