namespace Neatx.Workspace.Images;

/// <summary>The films of a dataset, as far as splits name them: which are there, and which can be used.</summary>
public sealed record FilmsResult
{
    public required string Dataset { get; init; }

    public required string Title { get; init; }

    /// <summary>How a film becomes the input of a network, in words.</summary>
    public string Preparation { get; init; } = "";

    /// <summary>Why none is to be had, or null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Films that splits name; all of the dataset where no split does.</summary>
    public int Asked { get; init; }

    /// <summary>Films that were prepared.</summary>
    public int Ready { get; init; }

    /// <summary>Reason to number of films that were not, "missing" among them.</summary>
    public IReadOnlyDictionary<string, int> Refused { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The first refusals of each reason, at most five; all are in <see cref="ProblemFile"/>.</summary>
    public IReadOnlyList<FilmProblem> Problems { get; init; } = [];

    /// <summary>The CSV with every refusal, relative to the run folder, or null when there was none.</summary>
    public string? ProblemFile { get; init; }

    /// <summary>The first films that look the same as one of another patient, at most twenty; all are in <see cref="DuplicateFile"/>.</summary>
    public IReadOnlyList<FilmPair> Duplicates { get; init; } = [];

    /// <summary>How many pairs there are.</summary>
    public int DuplicatePairs { get; init; }

    /// <summary>The CSV with every pair, or null when there was none.</summary>
    public string? DuplicateFile { get; init; }

    /// <summary>The Parquet file: image, path from the data folder, problem (NULL for a film that can be used), sha256.</summary>
    public string? Data { get; init; }

    /// <summary>SHA-256 over the ids and contents of all films that can be used, in order.</summary>
    public string? Digest { get; init; }

    /// <summary>Films that were not prepared.</summary>
    public int NotReady => Asked - Ready;
}
