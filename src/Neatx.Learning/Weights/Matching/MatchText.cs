using System.Globalization;
using System.Text;
using Neatx.Learning.Weights.Names;

namespace Neatx.Learning.Weights.Matching;

/// <summary>A match in words.</summary>
public static class MatchText
{
    private const int Listed = 5;

    /// <summary>All mismatches by kind, at most five of each with a count of the rest, and whose weights these rather are. Lines, none ending in a line break.</summary>
    public static string Mismatches(WeightsMatch match)
    {
        var text = new StringBuilder();
        Append(text, match, MismatchKind.Missing, "missing in the file");
        Append(text, match, MismatchKind.OtherShape, "of another shape");
        Append(text, match, MismatchKind.Unexpected, "in the file, unknown to the network");
        if (ArchitectureGuess.Of(match.Named.Tensors.Select(tensor => tensor.Name)) is { } guess) text.Append(CultureInfo.InvariantCulture, $"These look like weights of {guess.What}.\n");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What started anew and what was left, a phrase each: "classifier.weight, classifier.bias start anew".</summary>
    public static IReadOnlyList<string> Remarks(WeightsMatch match) => Remarks(match, match.Unused);

    /// <summary>The same, of some of what was left.</summary>
    internal static IReadOnlyList<string> Remarks(WeightsMatch match, IEnumerable<UnusedTensor> unused)
    {
        var remarks = new List<string>(match.Named.Notes);
        if (match.New.Count > 0) remarks.Add($"initialised anew: {Few(match.New.Select(parameter => parameter.Name))}");
        remarks.AddRange(unused
            .GroupBy(each => each.Reason, StringComparer.Ordinal)
            .Select(group => group.Key == WeightsMatch.Counter
                ? $"not used, {group.Key}: {group.Count():N0} num_batches_tracked"
                : $"not used, {group.Key}: {Few(group.Select(each => $"{each.Tensor.Name} ({TensorShape.TextOf(each.Tensor.Shape)})"))}"));
        return remarks;
    }

    private static void Append(StringBuilder text, WeightsMatch match, MismatchKind kind, string title)
    {
        WeightsMismatch[] all = [.. match.Mismatches.Where(mismatch => mismatch.Kind == kind)];
        if (all.Length == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"{all.Length:N0} {title}:\n");
        foreach (var mismatch in all.Take(Listed)) text.Append(CultureInfo.InvariantCulture, $"  {mismatch}\n");
        if (all.Length > Listed) text.Append(CultureInfo.InvariantCulture, $"  and {all.Length - Listed:N0} more\n");
    }

    private static string Few(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return string.Join(", ", all.Take(Listed)) + (all.Length > Listed ? $" and {all.Length - Listed:N0} more" : "");
    }
}
