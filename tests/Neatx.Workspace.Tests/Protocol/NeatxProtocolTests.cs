using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>protocols/neatx.yaml, the whole study.</summary>
public sealed class NeatxProtocolTests
{
    private static ProtocolDocument Document => field ??= Read();

    [Fact]
    [Trait("Data", "Real")]
    public void LabelSets_OfNeatx_HaveTheNamesOfTheContract()
    {
        var names = Document.LabelSets.Select(set => set.Name).Concat(Document.Consensus.Select(set => set.Name)).ToList();
        Assert.Subset(
            names.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(["cxr14", "bbox", "gcs16l", "gcs4l", "rsna", "padchest", "nonexp_padchest", "nonexp_nih"], StringComparer.Ordinal));
    }

    private static ProtocolDocument Read()
    {
        var result = ProtocolReader.Read(Repository.PathOf("protocols/neatx.yaml"), new() { DataRoot = SharedData.Path("") });
        Assert.Empty(result.Mistakes);
        return result.DocumentOrThrow();
    }
}
