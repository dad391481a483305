using System.Globalization;

namespace Neatx.Core.Splits;

/// <summary>How a cohort is to be split.</summary>
public sealed record SplitPlan
{
    /// <summary>Parts are kept as bits of one word.</summary>
    private const int MostParts = 64;

    private readonly IReadOnlyList<SplitRule> _rules = [];

    /// <param name="parts">At least two; the shares add up to 1.</param>
    /// <exception cref="ArgumentException">Names repeat or are blank, a share is not in [0, 1], or the shares do not add up to 1.</exception>
    public SplitPlan(IReadOnlyList<SplitPart> parts)
    {
        if (parts.Count is < 2 or > MostParts) throw new ArgumentException($"A split has 2 to {MostParts} parts, got {parts.Count}.", nameof(parts));
        var names = parts.Select(part => part.Name).ToArray();
        if (names.Any(string.IsNullOrWhiteSpace) || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new ArgumentException($"Parts have different names, got {string.Join(", ", names.Select(name => $"'{name}'"))}.", nameof(parts));
        if (parts.Any(part => part.Share is not (>= 0 and <= 1)) || Math.Abs(parts.Sum(part => part.Share) - 1) > 1e-9)
        {
            var shares = string.Join(", ", parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Share}")));
            throw new ArgumentException($"Shares lie in [0, 1] and add up to 1, got {shares}.", nameof(parts));
        }

        Parts = [.. parts];
    }

    public IReadOnlyList<SplitPart> Parts { get; }

    /// <summary>Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The names of the characteristics that every part is to have alike. Default: null, all findings of the cohort.</summary>
    public IReadOnlyList<string>? Stratify { get; init; }

    /// <summary>Which patients may be in which parts only. Default: none.</summary>
    /// <exception cref="ArgumentException">A rule names no part, or one that the plan lacks.</exception>
    public IReadOnlyList<SplitRule> Rules
    {
        get => _rules;
        init
        {
            foreach (var rule in value)
            {
                if (rule.Parts.Count == 0) throw new ArgumentException($"The rule '{rule.Source}' names no part.", nameof(value));
                var unknown = rule.Parts.FirstOrDefault(part => Parts.All(other => other.Name != part));
                if (unknown is null) continue;
                var known = string.Join(", ", Parts.Select(part => part.Name));
                throw new ArgumentException($"The rule '{rule.Source}' names the part '{unknown}'; the parts are {known}.", nameof(value));
            }

            _rules = [.. value];
        }
    }

    /// <summary>Train, validation and test; a part with share 0 is left out.</summary>
    /// <exception cref="ArgumentException">Shares do not add up to 1, or fewer than two are positive.</exception>
    public static SplitPlan OfShares(double train, double validation, double test) => new(
    [
        .. new[] { new SplitPart(SplitPart.Train, train), new SplitPart(SplitPart.Validation, validation), new SplitPart(SplitPart.Test, test) }
            .Where(part => part.Share != 0),
    ]);
}
