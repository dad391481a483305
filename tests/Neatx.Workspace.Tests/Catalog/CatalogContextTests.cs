using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>What messages and results call a file.</summary>
public sealed class CatalogContextTests
{
    [Theory]
    [InlineData("/srv/anna/data/a.csv", "a.csv")]
    [InlineData("/srv/anna/data/sub/a.csv", "sub/a.csv")]
    [InlineData("/srv/anna/data/..a.csv", "..a.csv")]
    [InlineData("/srv/anna/other/a.csv", "../other/a.csv")]
    [InlineData("/srv/ben/a.csv", "../../ben/a.csv")]
    [InlineData("/opt/a.csv", "/opt/a.csv")]
    public void NameOf_File_IsRelativeToTheDataAsFarAsTheyShareAFolder(string file, string name) =>
        Assert.Equal(name, new CatalogContext(null!, "/srv/anna/data", [], null!).NameOf(file));
}
