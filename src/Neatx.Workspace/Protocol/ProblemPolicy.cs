namespace Neatx.Workspace.Protocol;

/// <summary>What happens to rows that cannot be read.</summary>
public enum ProblemPolicy
{
    /// <summary>Problem rows are set aside and listed; past the stated share of rows the stage fails.</summary>
    Fail,

    /// <summary>Problem rows are set aside and listed, however many.</summary>
    Quarantine,
}
