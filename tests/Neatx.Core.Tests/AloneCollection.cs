namespace Neatx.Core.Tests;

/// <summary>Tests that run when no other of their assembly does. For what the whole process shares: its memory, libtorch's random numbers.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
