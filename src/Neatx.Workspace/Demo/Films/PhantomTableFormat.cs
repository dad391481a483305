namespace Neatx.Workspace.Demo.Films;

/// <summary>The published format that a phantom set's label table is written in.</summary>
public enum PhantomTableFormat
{
    /// <summary>NIH-CXR14's Data_Entry_2017_v2020.csv.</summary>
    Nih,

    /// <summary>PadChest's master table.</summary>
    PadChest,
}
