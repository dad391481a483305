namespace Neatx.Core;

/// <summary>
/// A mistake in the user's input or surroundings. The message is complete: what was expected, what was found, where,
/// and what to do. It is printed without a stack trace, with exit code 2.
/// </summary>
public sealed class NeatxException : Exception
{
    public NeatxException(string message)
        : base(message)
    {
    }

    public NeatxException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
