using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Evaluation;

/// <summary>Which texts of a label column are positive, and which negative. Immutable.</summary>
public sealed class LabelReading
{
    private const int Listed = 10;

    private readonly LabelState[] stateOfText;

    private LabelReading(IReadOnlyList<RatingText> texts, LabelState[] stateOfText) => (Texts, this.stateOfText) = (texts, stateOfText);

    private IReadOnlyList<RatingText> Texts { get; }

    /// <summary>The state that a text stands for.</summary>
    public LabelState StateOf(int text) => stateOfText[text];

    /// <summary>The texts that stand for a state, in the order of the file.</summary>
    public IReadOnlyList<string> TextsOf(LabelState state) => [.. Texts.Where((_, text) => stateOfText[text] == state).Select(text => text.Text)];

    /// <summary>
    /// Reads the texts. Where none is named positive, they are certainty by side of .5 (0 and 1 among them), or one of the pairs of words whose order
    /// is plain (no and yes). Where some are, all others are negative but INVALID and uncertain, unless the negative ones are named too.
    /// </summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="texts">The texts of its label column.</param>
    /// <param name="positive">The texts named positive.</param>
    /// <param name="negative">The texts named negative; the others are then uncertain.</param>
    /// <exception cref="NeatxException">It is not plain which texts are positive, or one that was named does not occur.</exception>
    public static LabelReading Of(string file, IReadOnlyList<RatingText> texts, IReadOnlyList<string> positive, IReadOnlyList<string> negative)
    {
        if (texts.Count == 0) throw new NeatxException($"{file} holds no label: every cell of the label column is blank.");
        if (positive.Count > 0) return Named(texts, AnswerScale.OfCategories(texts, []), positive, negative);
        if (negative.Count > 0) throw new NeatxException("--negative goes with --positive: name the texts that are positive too.");
        if (AnswerScale.CanBeCertainty(texts))
        {
            var certainty = AnswerScale.OfCertainty(texts);
            return new LabelReading(texts, [.. texts.Select((_, text) => certainty.SideOf(text))]);
        }

        var scale = AnswerScale.OfCategories(texts, []);
        if (scale is not { Order: CategoryOrder.ByMeaning, Categories.Count: 2 })
        {
            throw new NeatxException(
                $"{texts[0].Place}: which of {Wording.Either([.. scale.Categories.Take(Listed).Select(Wording.Quote)])} is positive? Name it with --positive.");
        }

        return new LabelReading(texts, [.. texts.Select((_, text) => State(scale.CategoryOf(text)))]);

        static LabelState State(int? category) => category switch
        {
            null => LabelState.Invalid,
            0 => LabelState.Negative,
            _ => LabelState.Positive,
        };
    }

    private static LabelReading Named(IReadOnlyList<RatingText> texts, AnswerScale scale, IReadOnlyList<string> positive, IReadOnlyList<string> negative)
    {
        var (isPositive, isNegative) = (Find(texts, scale, "--positive", positive), Find(texts, scale, "--negative", negative));
        if (scale.Categories.FirstOrDefault(name => isPositive.Contains(name) && isNegative.Contains(name)) is { } both)
            throw new NeatxException($"'{both}' is named positive and negative; it is one of the two.");
        var states = new LabelState[texts.Count];
        for (var text = 0; text < states.Length; text++)
        {
            if (scale.CategoryOf(text) is not { } category)
            {
                states[text] = LabelState.Invalid;
                continue;
            }

            var name = scale.Categories[category];
            states[text] = isPositive.Contains(name) ? LabelState.Positive
                : isNegative.Contains(name) ? LabelState.Negative
                : isNegative.Count > 0 || name.Equals("uncertain", StringComparison.OrdinalIgnoreCase) ? LabelState.Uncertain
                : Other(texts[text]);
        }

        return new LabelReading(texts, states);
    }

    /// <summary>A text that nobody named. In many tables of labels -1 says that nothing was decided, so it is negative only where it is said to be.</summary>
    private static LabelState Other(RatingText text) =>
        double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number < 0
            ? throw new NeatxException(
                $"{text.Place}: '{text.Text}' may say negative or undecided. Say which: --negative {text.Text}, or --blank {text.Text} to leave it out.")
            : LabelState.Negative;

    private static HashSet<string> Find(IReadOnlyList<RatingText> texts, AnswerScale scale, string option, IReadOnlyList<string> values)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (scale.LabelNamed(value) is { } name && scale.Categories.Contains(name, StringComparer.Ordinal))
            {
                found.Add(name);
                continue;
            }

            var hint = Wording.Suggest(value, scale.Categories);
            throw new NeatxException(Wording.Sentence($"{option}: no cell of column '{texts[0].Column}' says {Wording.Quote(value)}{hint}"));
        }

        return found;
    }
}
