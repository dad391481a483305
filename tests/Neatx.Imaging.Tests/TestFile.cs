namespace Neatx.Imaging.Tests;

/// <summary>Files that lie beside the tests.</summary>
internal static class TestFile
{
    /// <param name="relative">For instance "Golden/tall.png".</param>
    public static string Path(string relative) => System.IO.Path.Combine(AppContext.BaseDirectory, relative);
}
