namespace Neatx.Web.Tests;

/// <summary>A clock that goes when told to.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _now = start.ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _now));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, (long)by.TotalMilliseconds);
}
