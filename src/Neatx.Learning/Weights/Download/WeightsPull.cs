namespace Neatx.Learning.Weights.Download;

/// <summary>Gets a published file to its place in the store or in a folder: it is there, comes from a file, or is downloaded.</summary>
public static class WeightsPull
{
    /// <summary>Where a file goes.</summary>
    /// <param name="folder">A folder of the user's choice; null for the store.</param>
    public static string TargetOf(PublicWeights weights, WeightsStore store, string? folder) =>
        folder is null ? store.PathOf(weights) : Path.Combine(Path.GetFullPath(folder), weights.FileName);

    /// <summary>The file is at its place and is the published one. What is there under its name and is another is an error, never overwritten unseen.</summary>
    /// <exception cref="NeatxException">There is another file at that place.</exception>
    public static bool IsThere(PublicWeights weights, string target)
    {
        if (!File.Exists(target)) return false;
        return ContentCheck.Problem(target, weights) is not { } problem
            ? true
            : throw new NeatxException($"'{target}' is not the published file: {problem}. Delete it and run this again.");
    }

    /// <summary>Takes over a copy that the user has.</summary>
    /// <exception cref="NeatxException">There is none, or it is another file.</exception>
    public static void Take(PublicWeights weights, string source, string target)
    {
        if (!File.Exists(source)) throw new NeatxException($"there is no file '{source}'.");
        if (ContentCheck.Problem(source, weights) is { } problem)
        {
            throw new NeatxException($"'{source}' is not the published file: {problem}. "
                + "Weights of other origin need not be pulled: name their file where a run asks for weights.");
        }

        AtomicFile.Write(target, stream =>
        {
            using var file = File.OpenRead(source);
            file.CopyTo(stream);
        });
    }
}
