using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Neatx.Cli.Tests.Architecture;

/// <summary>Who may know whom: docs/adr/0002-arrows.md.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Neatx.Cli"] = ["Neatx.Workspace", "Neatx.Learning", "Neatx.Web"],
        ["Neatx.Web"] = ["Neatx.Workspace"],
        ["Neatx.Workspace"] = ["Neatx.Core", "Neatx.Imaging"],
        ["Neatx.Learning"] = ["Neatx.Core", "Neatx.Imaging"],
        ["Neatx.Imaging"] = ["Neatx.Core"],
        ["Neatx.Core"] = [],
    };

    public static TheoryData<string> Projects => [.. Solution.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_FollowTheArrows(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} has no place among the arrows; a new project is a decision (docs/adr).");
        Assert.Empty(Solution.ReferencesOf(project).Except(Allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assembly_References_FollowTheArrowsToTheirEnd(string project) =>
        Assert.Empty(ReferencedBy(project).Except(Reachable(project), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Torch_OutsideLearning_IsNotReferenced(string project)
    {
        if (project == "Neatx.Learning") return;
        Assert.DoesNotContain(Solution.PackagesOf(project), package => package.Contains("torch", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Arrows_Followed_LeadNeitherWorkspaceNorWebToLearning() =>
        Assert.DoesNotContain("Neatx.Learning", Reachable("Neatx.Web"));

    private static HashSet<string> Reachable(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([project]);
        while (open.TryPop(out var next))
            foreach (var reference in Allowed[next])
                if (reached.Add(reference)) open.Push(reference);
        return reached;
    }

    private static List<string> ReferencedBy(string project)
    {
        using var file = new PEReader(File.OpenRead(Solution.AssemblyOf(project)));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith("Neatx.", StringComparison.Ordinal)),
        ];
    }
}
