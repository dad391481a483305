namespace Neatx.Web.Tests;

/// <summary>The folder of real data beside the project; see its README. Absent on a laptop tests skip, absent in CI they fail.</summary>
internal static class SharedData
{
    public static string Path(string relative)
    {
        if (Find() is { } folder) return System.IO.Path.Combine(folder, relative);
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("The real data is missing: expected a folder shared/data above the tests, or NEATX_SHARED_DATA to name it.");
        Assert.Skip("No folder shared/data above the tests and NEATX_SHARED_DATA is not set.");
        return "";
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("NEATX_SHARED_DATA") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "data")))
                return System.IO.Path.Combine(folder.FullName, "shared", "data");
        return null;
    }
}
