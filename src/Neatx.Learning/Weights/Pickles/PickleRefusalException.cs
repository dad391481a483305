namespace Neatx.Learning.Weights.Pickles;

/// <summary>A pickle asks for something that is not known. The message is a phrase of what, without the place.</summary>
internal sealed class PickleRefusalException(string message) : Exception(message);
