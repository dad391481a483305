using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>Two raters and one finding over the order of rating.</summary>
public sealed record WatchedPair
{
    public required string A { get; init; }

    public required string B { get; init; }

    /// <summary>Images that both judged.</summary>
    public required long N { get; init; }

    /// <summary>Cohen's kappa over all of them.</summary>
    public required Statistic Kappa { get; init; }

    /// <summary>The test that both call positives equally often.</summary>
    public required Statistic McNemar { get; init; }

    /// <summary>Kappa over the latest images, within limits around the kappa of all.</summary>
    public required WatchChart KappaChart { get; init; }
}
