using System.CommandLine;
using System.Globalization;

namespace Neatx.Cli.Parsing;

/// <summary>Options by the kind of value they take. Values are read here, so that a message says what was expected and what was found.</summary>
internal static class OptionKinds
{
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    public static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    public static Option<string[]> Texts(string name, string value, string description) => new(name)
    {
        HelpName = value,
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>A whole number from <paramref name="least"/>.</summary>
    public static Option<int> Whole(string name, int least, int otherwise, string description) => Read(
        name,
        "N",
        description,
        $"a whole number from {least.ToString(CultureInfo.InvariantCulture)}",
        (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least,
        otherwise);

    /// <summary>A whole number from <paramref name="least"/>, or null when the option is not there.</summary>
    public static Option<int?> WholeOrNone(string name, int least, string description) => Read(
        name,
        "N",
        description,
        $"a whole number from {least.ToString(CultureInfo.InvariantCulture)}",
        (string text, out int? value) => (value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : null) is not null,
        otherwise: null);

    /// <summary>Any whole number from 0; 1 when the option is not there.</summary>
    public static Option<ulong> Seed(string name, string description) => Read(
        name,
        "S",
        description,
        "a whole number from 0",
        (string text, out ulong value) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value),
        1UL);

    /// <summary>A number strictly between 0 and 1.</summary>
    public static Option<double> Share(string name, double otherwise, string description) => Read(
        name,
        "P",
        description,
        "a number between 0 and 1, such as .95",
        (string text, out double value) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is > 0 and < 1,
        otherwise);

    /// <summary>A number above 0 and at most 1, or null when the option is not there.</summary>
    public static Option<double?> ShareOrNone(string name, string description) => Read(
        name,
        "P",
        description,
        "a number above 0 and at most 1, such as .95",
        (string text, out double? value) => (value = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1 ? number : null) is not null,
        otherwise: null);

    /// <summary>A number strictly between -1 and 1.</summary>
    public static Option<double> Correlation(string name, double otherwise, string description) => Read(
        name,
        "R",
        description,
        "a number between -1 and 1, such as .4",
        (string text, out double value) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value is > -1 and < 1,
        otherwise);

    /// <summary>One of a few words, which the help lists unless it calls the value by a name of its own. A default of null is not shown.</summary>
    public static Option<string?> Word(string name, IReadOnlyList<string> words, string? otherwise, string description, string? value = null)
    {
        var known = string.Join('|', words);
        return Read<string?>(name, value ?? known, description, $"one of {known}", (string text, out string? word) => words.Contains(word = text, StringComparer.Ordinal), otherwise);
    }

    private static Option<T> Read<T>(string name, string valueName, string description, string expected, Reading<T> read, T otherwise)
    {
        var option = new Option<T>(name)
        {
            HelpName = valueName,
            Description = description,
            CustomParser = result =>
            {
                if (!read(result.Tokens[0].Value, out var value)) result.AddError($"{name} takes {expected}, not '{result.Tokens[0].Value}'.");
                return value;
            },
        };
        if (otherwise is not null) option.DefaultValueFactory = _ => otherwise;
        return option;
    }

    private delegate bool Reading<T>(string text, out T value);
}
