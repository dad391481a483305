using System.Diagnostics.CodeAnalysis;

namespace Neatx.Imaging.Films;

/// <summary>A film, or why there is none.</summary>
public sealed record FilmResult
{
    private FilmResult(Film? film, Refusal? refusal) => (Film, Refusal) = (film, refusal);

    /// <summary>The film, or null when it was refused.</summary>
    public Film? Film { get; }

    /// <summary>Why there is no film, or null when there is one.</summary>
    public Refusal? Refusal { get; }

    public static FilmResult Of(Film film) => new(film, refusal: null);

    public static FilmResult Refused(Refusal refusal) => new(film: null, refusal);

    /// <summary>The film when there is one, else the reason.</summary>
    public bool TryGet([NotNullWhen(true)] out Film? film, [NotNullWhen(false)] out Refusal? refusal)
    {
        (film, refusal) = (Film, Refusal);
        return film is not null;
    }
}
