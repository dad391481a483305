namespace Neatx.Workspace.Protocol.Language;

/// <summary>A number as it was printed.</summary>
/// <param name="Value">Never minus zero.</param>
/// <param name="Decimals">The digits after the decimal point.</param>
internal sealed record PublishedNumber(double Value, int Decimals);
