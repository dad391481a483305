namespace Neatx.Web.Security;

/// <summary>Who may use an endpoint.</summary>
internal static class Policies
{
    public const string Curator = "curator";

    /// <summary>Curators, and viewers, who see what curators see.</summary>
    public const string Observer = "observer";

    public const string Adjudicator = "adjudicator";

    public const string Rater = "rater";

    /// <summary>Whoever signed in. What lets people or scripts in is not for tokens: one that was lost would outlive its end.</summary>
    public const string Session = "session";

    /// <summary>Raters and adjudicators.</summary>
    public const string Judge = "judge";
}
