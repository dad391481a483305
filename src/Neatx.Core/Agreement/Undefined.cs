namespace Neatx.Core.Agreement;

/// <summary>The reasons for which statistics of agreement are undefined, worded once.</summary>
internal static class Undefined
{
    public const string NoItems = "no item was rated by both raters";
    public const string NoPairs = "no item has two ratings";
    public const string OneCategory = "all ratings fall in one category";
    public const string OneCategoryExists = "there is only one category";

    public static string NeedsTwoCategories(int size) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"defined for two categories only, there are {size}");
}
