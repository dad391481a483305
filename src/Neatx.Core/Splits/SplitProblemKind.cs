namespace Neatx.Core.Splits;

/// <summary>What can be wrong with a split.</summary>
public enum SplitProblemKind
{
    /// <summary>Images of one patient lie in several parts.</summary>
    PatientInSeveralParts,

    /// <summary>One image is listed more than once.</summary>
    ImageRepeated,

    /// <summary>No part is left for a patient once all rules are kept.</summary>
    RulesConflict,

    /// <summary>A rule leaves a patient only parts whose share is 0, and several of them.</summary>
    NoShare,

    /// <summary>No official list names an image of this patient.</summary>
    PatientUnlisted,

    /// <summary>A part has no patient, though it is to have a share.</summary>
    PartEmpty,
}
