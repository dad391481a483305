namespace Neatx.Core.Labels.Consensus;

/// <summary>One option of a rule as protocols and results write it.</summary>
/// <param name="Name">Snake case, for instance "minimum_raters".</param>
/// <param name="Value">The value in force, invariant culture, words in kebab case.</param>
/// <param name="Allowed">What may be written, in words: "a whole number from 1", or the words with " | " between.</param>
public sealed record RuleOption(string Name, string Value, string Allowed);
