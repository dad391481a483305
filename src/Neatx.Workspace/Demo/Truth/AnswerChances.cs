using Neatx.Core.Campaign;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo.Truth;

/// <summary>The chances that a source calls one image negative or positive; what is left is undecided, invalid or missing.</summary>
internal sealed record AnswerChances(double Negative, double Positive)
{
    /// <summary>A label that is known: it is what it is.</summary>
    public static AnswerChances Certain(bool positive) => positive ? new(0, 1) : new(1, 0);

    /// <summary>A source that always answers.</summary>
    public static AnswerChances Of(double positive) => new(1 - positive, positive);

    /// <summary>A reader of known skill.</summary>
    public static AnswerChances Of(ReadingSkill skill, bool present) => Of(skill.ChanceOfPresent(present));

    /// <summary>A simulated rater at a place in the order of rating (0 first, 1 last), by side of .5.</summary>
    public static AnswerChances Of(SimulatedRater rater, SimulatedItem item, double position)
    {
        var calls = (1 - rater.Skipped) * (1 - (item.IsUnfit ? rater.InvalidWhenUnfit : rater.InvalidWhenFit)) * (1 - rater.Undecided);
        var right = calls * rater.ProbabilityOfRightCall(item, position);
        return item.IsPositive ? new(calls - right, right) : new(right, calls - right);
    }

    /// <summary>Two raters who answer independently given the image, combined where both are on the same side of .5.</summary>
    public static AnswerChances SameSide(AnswerChances a, AnswerChances b) => new(a.Negative * b.Negative, a.Positive * b.Positive);

    /// <summary>Most of three readers of the same skill.</summary>
    public static AnswerChances MostOfThree(ReadingSkill skill, bool present)
    {
        var one = skill.ChanceOfPresent(present);
        return Of(one * one * (3 - (2 * one)));
    }
}
