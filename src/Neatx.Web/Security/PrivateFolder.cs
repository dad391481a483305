namespace Neatx.Web.Security;

/// <summary>Folders that their owner alone may enter.</summary>
internal static class PrivateFolder
{
    /// <summary>Takes all rights from everybody but the owner. Windows folders inherit theirs.</summary>
    public static void Close(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
