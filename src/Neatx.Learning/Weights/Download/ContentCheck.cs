namespace Neatx.Learning.Weights.Download;

/// <summary>Whether a file is the published one.</summary>
internal static class ContentCheck
{
    /// <summary>Null when it is, else what is wrong with it, as a phrase.</summary>
    public static string? Problem(string path, PublicWeights weights)
    {
        var length = new FileInfo(path).Length;
        if (length != weights.Length) return $"it has {length:N0} bytes, {weights.FileName} has {weights.Length:N0}{What(path)}";
        var sha256 = FileHash.Of(path);
        return sha256 == weights.Sha256 ? null : $"its SHA-256 is {sha256}, that of {weights.FileName} is {weights.Sha256}";
    }

    /// <summary>"; it is a web page, ..." for what is plainly something else.</summary>
    private static string What(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[WeightsSignature.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return WeightsSignature.Of(start, file.Length) is null ? $"; {WeightsSignature.WhyNoWeights(start)}" : "";
    }
}
