namespace Neatx.Learning.Features;

/// <summary>What is being done about features.</summary>
public enum FeaturePhase
{
    /// <summary>The content of images is hashed.</summary>
    Hashing,

    /// <summary>Another run computes features of this set; this one waits for it.</summary>
    Waiting,

    /// <summary>What is kept is compared with its checksums.</summary>
    Checking,

    /// <summary>What is not there is computed.</summary>
    Computing,
}
