using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>protocols/schema.json is what the code declares. NEATX_UPDATE=1 writes it anew.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void ToJson_Always_IsTheCommittedSchema()
    {
        var file = Repository.PathOf("protocols/schema.json");
        var declared = ProtocolSchema.ToJson();
        if (Environment.GetEnvironmentVariable("NEATX_UPDATE") == "1") File.WriteAllText(file, declared);
        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == declared,
            "protocols/schema.json is not what the code declares. Write it anew: NEATX_UPDATE=1 dotnet run --project tests/Neatx.Workspace.Tests -- --filter-class '*SchemaTests'");
    }
}
