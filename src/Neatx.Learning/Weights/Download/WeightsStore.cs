namespace Neatx.Learning.Weights.Download;

/// <summary>
/// The user's folder of public weights, addressed by content: SHA256/NAME. NEATX_WEIGHTS names it; else it is neatx/weights in XDG_CACHE_HOME, else in ~/.cache.
/// </summary>
/// <param name="folder">Made when something is put into it.</param>
public sealed class WeightsStore(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The store of this user.</summary>
    /// <param name="variable">Gives environment variables.</param>
    public static WeightsStore OfUser(Func<string, string?> variable)
    {
        if (variable("NEATX_WEIGHTS") is { Length: > 0 } named) return new WeightsStore(named);
        // By its specification a relative XDG_CACHE_HOME is to be ignored.
        var cache = variable("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
            ? xdg
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
        return new WeightsStore(Path.Combine(cache, "neatx", "weights"));
    }

    /// <summary>Where a file is or would be.</summary>
    public string PathOf(PublicWeights weights) => Path.Combine(Folder, weights.Sha256, weights.FileName);
}
