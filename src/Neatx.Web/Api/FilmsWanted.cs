namespace Neatx.Web.Api;

/// <summary>How many films are wanted.</summary>
/// <param name="Count">At least 1, those that are open included. Default: 1.</param>
public sealed record FilmsWanted(int? Count = null);
