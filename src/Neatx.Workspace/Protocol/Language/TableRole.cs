namespace Neatx.Workspace.Protocol.Language;

/// <summary>What a table is for, which decides the columns it must have.</summary>
internal enum TableRole
{
    /// <summary>Images with their attributes, and findings if it has any.</summary>
    Dataset,

    /// <summary>Labels, one state an image and finding.</summary>
    Labels,

    /// <summary>Certainty grades of raters.</summary>
    Grades,

    /// <summary>States given by raters.</summary>
    States,

    /// <summary>Ids in one column and in another; columns are named by the image map itself.</summary>
    ImageMap,
}
