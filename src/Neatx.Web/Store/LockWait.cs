using System.Diagnostics;

namespace Neatx.Web.Store;

/// <summary>Tries for a lock until it is there or patience ends: a server that was killed lets go of its lock a moment later.</summary>
internal static class LockWait
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    /// <summary>What the attempt gave, or null when it gave nothing in time.</summary>
    public static T? Until<T>(TimeSpan patience, Func<T?> attempt)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (attempt() is { } held) return held;
            if (watch.Elapsed > patience) return null;
            Thread.Sleep(Between);
        }
    }
}
