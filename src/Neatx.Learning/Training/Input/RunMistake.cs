using System.Globalization;

namespace Neatx.Learning.Training.Input;

/// <summary>Something wrong in what a run folder was given, and where. The message says what was expected, what was found and what to do.</summary>
/// <param name="File">The name of the file in the run folder.</param>
/// <param name="Line">From 1, or null where no line can be named.</param>
/// <param name="Message">One or two sentences.</param>
public sealed record RunMistake(string File, int? Line, string Message)
{
    /// <summary>"file:line: message", as editors and terminals understand it.</summary>
    public override string ToString() => Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}: {Message}")
        : $"{File}: {Message}";
}
