namespace Neatx.Core.Training;

/// <summary>Which parameters stay as they were loaded. Frozen batch norms run in inference mode.</summary>
public enum FreezePolicy
{
    /// <summary>All parameters are trained.</summary>
    None,

    /// <summary>Only the last block is trained, as in the paper's scripts, and the head. DenseNet-121: its last dense layer and final batch norm, 168,128 parameters.</summary>
    AllButTail,

    /// <summary>Only the head is trained.</summary>
    HeadOnly,
}
