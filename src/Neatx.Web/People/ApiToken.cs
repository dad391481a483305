namespace Neatx.Web.People;

/// <summary>Lets a script act as a person until it expires.</summary>
public sealed class ApiToken
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Whether it may change something; otherwise it reads what its person may read.</summary>
    public required bool MayWrite { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? LastUsed { get; init; }
}
