using Neatx.Core.Labels;

namespace Neatx.Core.Agreement;

/// <summary>
/// How a comparison treats uncertain, invalid and missing labels. Every figure carries the <see cref="Name"/> of its policy.
/// </summary>
public sealed record AgreementPolicy
{
    private readonly StateTreatment _missing = StateTreatment.Drop;

    /// <summary>Default: dropped.</summary>
    public StateTreatment Uncertain { get; init; } = StateTreatment.Drop;

    /// <summary>Default: dropped.</summary>
    public StateTreatment Invalid { get; init; } = StateTreatment.Drop;

    /// <summary>Default: dropped.</summary>
    /// <exception cref="ArgumentException">Anything but Drop or AsClass: a missing value is never a negative, nor a positive.</exception>
    public StateTreatment Missing
    {
        get => _missing;
        init => _missing = value is StateTreatment.Drop or StateTreatment.AsClass
            ? value
            : throw new ArgumentException("A missing label is dropped or kept as a class of its own; it is never a positive or a negative.", nameof(value));
    }

    /// <summary>For instance "uncertain=drop invalid=drop missing=drop".</summary>
    public string Name => $"uncertain={Word(Uncertain)} invalid={Word(Invalid)} missing={Word(Missing)}";

    /// <summary>The categories that remain, in natural order: negative, uncertain, positive, invalid, missing.</summary>
    public IReadOnlyList<string> Categories => [.. Kept().Select(state => Word(state))];

    /// <summary>The index into <see cref="Categories"/> that a state falls in, or -1 when the item is dropped.</summary>
    public int CategoryOf(LabelState state)
    {
        var kept = Kept();
        return state switch
        {
            LabelState.Negative or LabelState.Positive => kept.IndexOf(state),
            LabelState.Uncertain => Index(kept, state, Uncertain),
            LabelState.Invalid => Index(kept, state, Invalid),
            _ => Index(kept, state, Missing),
        };
    }

    /// <summary>The lower-case word of a state, as protocols, tables and JSON write it.</summary>
    public static string Word(LabelState state) => state switch
    {
        LabelState.Negative => "negative",
        LabelState.Uncertain => "uncertain",
        LabelState.Positive => "positive",
        LabelState.Invalid => "invalid",
        _ => "missing",
    };

    /// <summary>The word of a treatment, as protocols and the command line write it: drop, class, positive, negative.</summary>
    public static string Word(StateTreatment treatment) => treatment switch
    {
        StateTreatment.Drop => "drop",
        StateTreatment.AsClass => "class",
        StateTreatment.AsPositive => "positive",
        _ => "negative",
    };

    private static int Index(List<LabelState> kept, LabelState state, StateTreatment treatment) => treatment switch
    {
        StateTreatment.AsClass => kept.IndexOf(state),
        StateTreatment.AsPositive => kept.IndexOf(LabelState.Positive),
        StateTreatment.AsNegative => kept.IndexOf(LabelState.Negative),
        _ => -1,
    };

    private List<LabelState> Kept()
    {
        var kept = new List<LabelState> { LabelState.Negative };
        if (Uncertain == StateTreatment.AsClass) kept.Add(LabelState.Uncertain);
        kept.Add(LabelState.Positive);
        if (Invalid == StateTreatment.AsClass) kept.Add(LabelState.Invalid);
        if (Missing == StateTreatment.AsClass) kept.Add(LabelState.Missing);
        return kept;
    }
}
