using System.Globalization;

namespace Neatx.Core.Labels.Consensus;

/// <summary>One option of a rule: how it is named, read and written as text. Made without reflection, so that it survives trimming.</summary>
internal sealed class OptionField
{
    private readonly Func<ConsensusRule, string> _read;
    private readonly Func<ConsensusRule, string, ConsensusRule?> _write;

    private OptionField(string name, string allowed, Func<ConsensusRule, string> read, Func<ConsensusRule, string, ConsensusRule?> write) =>
        (Name, Allowed, _read, _write) = (name, allowed, read, write);

    public string Name { get; }

    public string Allowed { get; }

    public static OptionField Whole<TRule>(string name, int minimum, Func<TRule, int> read, Func<TRule, int, TRule> with)
        where TRule : ConsensusRule =>
        new(
            name,
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum}"),
            rule => read((TRule)rule).ToString(CultureInfo.InvariantCulture),
            (rule, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum
                ? with((TRule)rule, value)
                : null);

    public static OptionField Seed<TRule>(string name, Func<TRule, ulong> read, Func<TRule, ulong, TRule> with)
        where TRule : ConsensusRule =>
        new(
            name,
            "a whole number from 0",
            rule => read((TRule)rule).ToString(CultureInfo.InvariantCulture),
            (rule, text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? with((TRule)rule, value) : null);

    public static OptionField Real<TRule>(string name, RealRange range, Func<TRule, double> read, Func<TRule, double, TRule> with)
        where TRule : ConsensusRule =>
        new(
            name,
            range.Words,
            rule => read((TRule)rule).ToString("R", CultureInfo.InvariantCulture),
            (rule, text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && range.Contains(value)
                ? with((TRule)rule, value)
                : null);

    public static OptionField Word<TRule, TWord>(string name, TWord[] allowed, Func<TRule, TWord> read, Func<TRule, TWord, TRule> with)
        where TRule : ConsensusRule
        where TWord : struct, Enum =>
        new(
            name,
            string.Join(" | ", allowed.Select(Kebab)),
            rule => Kebab(read((TRule)rule)),
            (rule, text) =>
            {
                foreach (var word in allowed)
                    if (Kebab(word) == text) return with((TRule)rule, word);
                return null;
            });

    public RuleOption Describe(ConsensusRule rule) => new(Name, _read(rule), Allowed);

    /// <summary>The rule with this option changed, or null when the text is not allowed.</summary>
    public ConsensusRule? Write(ConsensusRule rule, string text) => _write(rule, text);

    private static string Kebab<TWord>(TWord word)
        where TWord : struct, Enum =>
        string.Concat(word.ToString().Select((letter, index) => char.IsUpper(letter)
            ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter)
            : letter.ToString()));
}
