using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>A ratings table read for consensus: the images in order of rating, their patients, and one rating table a finding.</summary>
public sealed record RatingSheet(IReadOnlyList<string> Images, IReadOnlyList<string?> Patients, IReadOnlyDictionary<string, RatingTable> Findings)
{
    /// <summary>Reads the Parquet file of a ratings table.</summary>
    public static RatingSheet Read(TableSession session, RatingsSource source)
    {
        var builders = source.Findings.Select(_ => new RatingTableBuilder(RatingScale.Certainty)).ToArray();
        var (images, patients) = (new List<string>(), new List<string?>());
        var known = new HashSet<string>(StringComparer.Ordinal);
        session.Query($"SELECT image, patient, rater, {Sql.Names(source.Findings)} FROM {session.Parquet(source.File)} ORDER BY row, rater", reader =>
        {
            var (image, rater) = (reader.GetString(0), reader.GetString(2));
            if (known.Add(image))
            {
                images.Add(image);
                patients.Add(reader.IsDBNull(1) ? null : reader.GetString(1));
            }

            for (var index = 0; index < builders.Length; index++)
                builders[index].Add(image, rater, RatingOf(reader.GetByte(index + 3), source.States));
        });
        return new RatingSheet(images, patients, source.Findings.Zip(builders).ToDictionary(pair => pair.First, pair => pair.Second.Build(), StringComparer.Ordinal));
    }

    /// <summary>A state that a rater gave outright is a certain rating; uncertain is a certainty of .5.</summary>
    private static Rating RatingOf(byte code, bool states) => !states ? Rating.OfCode(code) : (LabelState)code switch
    {
        LabelState.Negative => Rating.OfCertainty(0),
        LabelState.Uncertain => Rating.OfCertainty(.5),
        LabelState.Positive => Rating.OfCertainty(1),
        LabelState.Invalid => Rating.Invalid,
        _ => Rating.Missing,
    };
}
