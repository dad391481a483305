using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A rater who is named is one of the ratings table; where a column holds the raters, they are known only once it is read.</summary>
internal static class RaterRule
{
    public static void Check(Binding binding, SourceLocation place, string ratings, string rater)
    {
        var path = binding.Path;
        binding.AtEnd(() =>
        {
            var known = binding.Names.Of(NameSpace.RaterOf(ratings));
            if (known.Count > 0 && !known.Contains(rater, StringComparer.Ordinal))
                binding.ReportUnder(path, place, $"expected a rater of '{ratings}', found {Wording.Quote(rater)}{Wording.Suggest(rater, known)}");
        });
    }
}
