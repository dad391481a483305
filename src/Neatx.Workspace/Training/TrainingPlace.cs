namespace Neatx.Workspace.Training;

/// <summary>Where the runs of a protocol are trained. It is the machine's, not the protocol's: the same protocol runs on any.</summary>
public sealed record TrainingPlace
{
    /// <summary>"cpu" or "cuda", for every run that is not done. A run that stands is not trained again for another device.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Runs at the same time, or null for <see cref="RunsAtOnce(string, int)"/>.</summary>
    public int? AtOnce { get; init; }

    /// <summary>As many as there are processors for; one on a graphics card, whose memory runs would have to share.</summary>
    /// <param name="device">"cpu" or "cuda".</param>
    /// <param name="threads">Of each run, from 1.</param>
    public static int RunsAtOnce(string device, int threads) => device == "cpu" ? Math.Max(1, Environment.ProcessorCount / threads) : 1;
}
