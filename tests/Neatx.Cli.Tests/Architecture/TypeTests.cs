using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Neatx.Cli.Tests.Architecture;

/// <summary>Every type is sealed or made to be derived from, and is named for what it is.</summary>
public sealed partial class TypeTests
{
    private static readonly string[] ForbiddenWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Info", "Common", "Misc"];

    public static TheoryData<string> Projects => [.. Solution.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_OfProject_AreSealedOrAbstract(string project) =>
        Assert.Empty(TypesOf(project).Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Names_OfProject_HoldNoEmptyWord(string project) =>
        Assert.Empty(TypesOf(project).Where(type => Words().Matches(type.Name).Any(word => ForbiddenWords.Contains(word.Value))).Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Fields_OfPublicTypes_AreNotPublicAndMutable(string project) => Assert.Empty(
        TypesOf(project)
            .Where(type => type.IsPublic)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.IsSpecialName)
            .Select(field => $"{field.DeclaringType}.{field.Name}"));

    private static IEnumerable<Type> TypesOf(string project) =>
        Assembly.LoadFrom(Solution.AssemblyOf(project)).GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("Neatx", StringComparison.Ordinal) == true);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
