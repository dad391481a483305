namespace Neatx.Core.Statistics;

/// <summary>
/// A computed figure, or the reason why it has no value. An undefined figure is never 0, 1 or NaN.
/// </summary>
public sealed record Statistic
{
    private Statistic(double? value, string? undefined) => (Value, Undefined) = (value, undefined);

    /// <summary>The figure, or null when undefined.</summary>
    public double? Value { get; }

    /// <summary>Why there is no value, or null when there is one.</summary>
    public string? Undefined { get; }

    /// <summary>The analytic standard error, where a formula exists and is defined.</summary>
    public double? StandardError { get; init; }

    /// <summary>The analytic interval, where a formula exists and is defined.</summary>
    public Interval? Ci { get; init; }

    /// <summary>The interval by resampling patients (or items where no patients are known; its method says which).</summary>
    public Interval? BootstrapCi { get; init; }

    /// <summary>Why resampling gave no interval, where it was asked for and gave none.</summary>
    public string? BootstrapUndefined { get; init; }

    /// <summary>The two-sided p-value, for figures that are tests.</summary>
    public double? PValue { get; init; }

    /// <summary>How the figure was computed, where there is a choice; for instance "McNemar, chi-square, 1 df".</summary>
    public string? Method { get; init; }

    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static Statistic Of(double value) => double.IsFinite(value)
        ? new Statistic(value, null)
        : throw new ArgumentException($"A defined statistic is finite, got {value}; use Statistic.None with the reason.", nameof(value));

    /// <summary>An undefined figure with its reason, a short clause such as "all ratings fall in one category".</summary>
    public static Statistic None(string reason) => new(null, reason);
}
