namespace Neatx.Workspace.Labels;

/// <summary>Where the order of categories comes from; weighted statistics mean something only where it is the order of a scale.</summary>
public enum CategoryOrder
{
    /// <summary>All are numbers, in the order of their values.</summary>
    ByNumber,

    /// <summary>They are words with a known order, such as no and yes.</summary>
    ByMeaning,

    /// <summary>They are other texts, in the order of their characters (ordinal).</summary>
    ByText,

    /// <summary>The user stated it.</summary>
    Stated,
}
