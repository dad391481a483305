namespace Neatx.Core.Campaign;

/// <summary>Why an image is unfit to be rated.</summary>
public static class InvalidReason
{
    private const string Prefix = "INVALID:";

    /// <summary>The words, in the order of the page.</summary>
    public static IReadOnlyList<string> All { get; } = ["not_frontal", "rotated", "cut_off", "not_a_chest", "unreadable", "other"];

    /// <summary>The reason in "INVALID:reason", or null where the text is not that.</summary>
    public static string? Of(string? value) =>
        value is not null && value.StartsWith(Prefix, StringComparison.Ordinal) && All.FirstOrDefault(reason => reason == value[Prefix.Length..]) is { } known ? known : null;

    /// <summary>"INVALID:reason".</summary>
    public static string ToValue(string reason) => Prefix + reason;
}
