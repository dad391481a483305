using System.Reflection;
using Neatx.Core.Labels;

namespace Neatx.Workspace.Launch;

/// <summary>Which program made a result.</summary>
public static class ProgramVersion
{
    /// <summary>The release number, for instance "0.1.0".</summary>
    public static string Release { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>
    /// Changes whenever the compiled code of a result changes: builds are deterministic, so the module version ids of the two
    /// assemblies that compute stand for their content.
    /// </summary>
    public static string Code { get; } =
        $"{typeof(LabelState).Module.ModuleVersionId:N}{typeof(ProgramVersion).Module.ModuleVersionId:N}";
}
