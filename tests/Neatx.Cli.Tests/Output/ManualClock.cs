namespace Neatx.Cli.Tests.Output;

/// <summary>A clock that goes when told.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan span) => _now += span;

    public override long GetTimestamp() => _now.Ticks;
}
