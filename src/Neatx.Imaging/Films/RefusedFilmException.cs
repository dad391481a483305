namespace Neatx.Imaging.Films;

/// <summary>Leaves a decoder from wherever it finds that a film cannot be read; <see cref="FilmReader"/> turns it into a result.</summary>
internal sealed class RefusedFilmException : Exception
{
    public RefusedFilmException(RefusalReason reason, string detail, string nextStep)
        : this(new Refusal(reason, detail, nextStep))
    {
    }

    public RefusedFilmException(Refusal refusal)
        : base(refusal.Detail) => Refusal = refusal;

    public Refusal Refusal { get; }
}
