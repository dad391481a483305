namespace Neatx.Learning.Native;

/// <summary>What computes: for state.json, since results depend on it in their last digits.</summary>
/// <param name="Version">Of libtorch, for instance "2.10.0".</param>
/// <param name="Threads">That libtorch computes with.</param>
/// <param name="WorkArounds">What was changed because of this machine, a sentence each.</param>
public sealed record TorchDescription(string Version, int Threads, IReadOnlyList<string> WorkArounds)
{
    /// <summary>As state.json has it.</summary>
    public IReadOnlyDictionary<string, string> ToEngine() => new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["libtorch"] = Version,
        ["threads"] = $"{Threads:D}",
        ["device"] = "cpu",
        ["work-arounds"] = WorkArounds.Count == 0 ? "none" : string.Join("; ", WorkArounds),
    };
}
