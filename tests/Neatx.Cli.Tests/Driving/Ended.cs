namespace Neatx.Cli.Tests.Driving;

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record Ended(int Code, string Output, string Error);
