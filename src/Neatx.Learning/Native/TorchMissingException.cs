namespace Neatx.Learning.Native;

/// <summary>libtorch cannot be loaded. The message says why and what to do.</summary>
public sealed class TorchMissingException(string message, Exception? reason = null) : Exception(message, reason);
