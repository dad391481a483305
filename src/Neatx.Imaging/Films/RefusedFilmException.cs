namespace Neatx.Imaging.Films;

/// <summary>Leaves a decoder from wherever it finds that a film cannot be read; <see cref="FilmReader"/> turns it into a result.</summary>
internal sealed class RefusedFilmException : Exception
{
    public RefusedFilmException(RefusalReason reason, string detail, string nextStep)
        : base(detail) => Refusal = new Refusal(reason, detail, nextStep);

    public Refusal Refusal { get; }
}
