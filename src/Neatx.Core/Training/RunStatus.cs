namespace Neatx.Core.Training;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>At work, or killed at work: the same command continues it.</summary>
    Running,

    /// <summary>Stopped by the user; the same command continues it.</summary>
    Interrupted,

    /// <summary>Cannot go on; see the reason.</summary>
    Failed,

    /// <summary>All files are there.</summary>
    Done,
}
