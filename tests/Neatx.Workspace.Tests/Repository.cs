namespace Neatx.Workspace.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The absolute path of a file that is given from the root, with '/'.</summary>
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Neatx.slnx"))) folder = folder.Parent;
        Assert.True(folder is not null, $"Expected Neatx.slnx above {AppContext.BaseDirectory}.");
        return Path.Combine(folder.FullName, relative);
    }
}
