namespace Neatx.Learning.Tests.Driving;

/// <summary>Files beside the tests; each folder of them holds the script that made it.</summary>
internal static class Fixture
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
