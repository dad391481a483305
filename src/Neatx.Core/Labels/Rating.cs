using System.Globalization;

namespace Neatx.Core.Labels;

/// <summary>
/// One rater's answer for one image and finding: a certainty of 0, .25, .5, .75 or 1, INVALID, or missing.
/// <c>default</c> is <see cref="Missing"/>. <see cref="Code"/> (0 missing, 1 invalid, 2 to 6 the grades) is what tables store.
/// </summary>
public readonly record struct Rating
{
    private Rating(byte code) => Code = code;

    /// <summary>No answer was given.</summary>
    public static Rating Missing => default;

    /// <summary>The rater judged the image unfit.</summary>
    public static Rating Invalid => new(1);

    /// <summary>The storage code: 0 missing, 1 invalid, 2 + 4 x certainty for a grade.</summary>
    public byte Code { get; }

    /// <summary>True when a certainty was given.</summary>
    public bool IsGrade => Code >= 2;

    /// <summary>The certainty in [0, 1], or null when the rating is missing or INVALID.</summary>
    public double? Certainty => IsGrade ? (Code - 2) / 4.0 : null;

    /// <summary>The state by side of .5: below negative, above positive, exactly .5 uncertain.</summary>
    public LabelState Side => Code switch
    {
        0 => LabelState.Missing,
        1 => LabelState.Invalid,
        < 4 => LabelState.Negative,
        4 => LabelState.Uncertain,
        _ => LabelState.Positive,
    };

    /// <summary>A rating from its certainty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The certainty is not one of 0, .25, .5, .75, 1.</exception>
    public static Rating OfCertainty(double certainty) => TryOfCertainty(certainty, out var rating)
        ? rating
        : throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "A certainty is one of 0, .25, .5, .75 and 1.");

    /// <summary>A rating from its storage code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is above 6.</exception>
    public static Rating OfCode(byte code) => code <= 6
        ? new Rating(code)
        : throw new ArgumentOutOfRangeException(nameof(code), code, "A rating code is 0 to 6.");

    /// <summary>Reads "0", "0.25", ".5", "1.00", "INVALID" (any case) or a blank (missing). False for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rating rating)
    {
        rating = Missing;
        text = text.Trim();
        if (text.IsEmpty) return true;
        if (text.Equals("INVALID", StringComparison.OrdinalIgnoreCase))
        {
            rating = Invalid;
            return true;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var certainty)
            && TryOfCertainty(certainty, out rating);
    }

    /// <summary>"" when missing, "INVALID", or the certainty as "0", "0.25", "0.5", "0.75", "1".</summary>
    public override string ToString() => Code switch
    {
        0 => "",
        1 => "INVALID",
        _ => ((Code - 2) / 4.0).ToString(CultureInfo.InvariantCulture),
    };

    private static bool TryOfCertainty(double certainty, out Rating rating)
    {
        var quarter = certainty * 4;
        var valid = quarter is >= 0 and <= 4 && quarter == Math.Floor(quarter);
        rating = valid ? new Rating((byte)(2 + quarter)) : default;
        return valid;
    }
}
