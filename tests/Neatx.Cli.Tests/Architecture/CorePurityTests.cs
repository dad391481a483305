using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Neatx.Cli.Tests.Architecture;

/// <summary>Neatx.Core computes: it reads no file, no clock, no environment, and draws no random number that no seed gave it.</summary>
public sealed class CorePurityTests
{
    private static readonly string[] ForbiddenNamespaces = ["System.IO", "System.IO.Compression", "System.Net", "System.Net.Http", "System.Net.Sockets"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.Random", "System.TimeProvider", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    // How many threads may help is no input: results do not depend on it. The compiler's iterators ask whether their maker's thread enumerates them.
    private static readonly string[] AllowedOfEnvironment = ["get_ProcessorCount", "get_NewLine", "get_CurrentManagedThreadId"];

    [Fact]
    public void Core_Types_AreNotOfFilesNetworkClockOrChance() => Assert.Empty(
        Types().Where(type => ForbiddenNamespaces.Contains(type.Namespace) || ForbiddenTypes.Contains($"{type.Namespace}.{type.Name}")).Select(type => type.Name));

    [Fact]
    public void Core_Members_AreNotOfClockEnvironmentOrChance() => Assert.DoesNotContain(Members(), member =>
        ForbiddenMembers.Contains(member)
        || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && !AllowedOfEnvironment.Contains(member["System.Environment.".Length..])));

    private static List<(string Namespace, string Name)> Types() => Read(metadata =>
        metadata.TypeReferences.Select(handle => Named(metadata, handle)).ToList());

    private static List<string> Members() => Read(metadata => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member =>
        {
            var (space, name) = Named(metadata, (TypeReferenceHandle)member.Parent);
            return $"{space}.{name}.{metadata.GetString(member.Name)}";
        })
        .ToList());

    private static (string Namespace, string Name) Named(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static T Read<T>(Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(Solution.AssemblyOf("Neatx.Core")));
        return read(file.GetMetadataReader());
    }
}
