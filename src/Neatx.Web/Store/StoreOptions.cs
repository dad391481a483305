using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>With what a campaign is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>
    /// SHA-256 of the protocol in force; stands in every event. Null, the default, where no protocol is at hand: the one of the last event stays
    /// in force.
    /// </summary>
    public EventHash? Protocol { get; init; }

    /// <summary>Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
