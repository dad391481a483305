namespace Neatx.Core.Splits;

/// <summary>One reason why there is no split.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The id of the patient or image.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
public sealed record SplitProblem(SplitProblemKind Kind, string Subject, string Message);
