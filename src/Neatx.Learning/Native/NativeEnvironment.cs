using System.Runtime.InteropServices;

namespace Neatx.Learning.Native;

/// <summary>Environment variables as native libraries see them: .NET keeps a copy, and what it sets stays in it.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable that the user has not set.</summary>
    /// <returns>The value in force.</returns>
    public static string SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } given) return given;
        return SetVariable(name, value, overwrite: 0) == 0 ? value : throw new InvalidOperationException($"The C library refuses to set {name}.");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
