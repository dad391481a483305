namespace Neatx.Imaging;

/// <summary>How far a bulk preparation is.</summary>
/// <param name="Done">Films taken by the caller so far, prepared or refused.</param>
/// <param name="Total">Films in all.</param>
/// <param name="Refused">Of <paramref name="Done"/>, those that were refused.</param>
/// <param name="Cached">Of <paramref name="Done"/>, those that were in the cache.</param>
public sealed record PreparationProgress(int Done, int Total, int Refused, int Cached);
