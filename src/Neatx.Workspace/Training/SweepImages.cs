using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Core.Splits;
using Neatx.Core.Training;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Training;

/// <summary>Writes the images of a sweep in the form that runs read, see <see cref="RunImages"/>: in the order of the dataset.</summary>
/// <param name="dataset">The Parquet file of the dataset.</param>
/// <param name="films">The Parquet file of the films.</param>
/// <param name="labelSet">A label set by its name.</param>
/// <param name="ratings">The ratings that a label set was combined from, where they are certainties; else null.</param>
/// <param name="resolve">The full path of a file of the protocol's run.</param>
internal sealed class SweepImages(string dataset, string films, Func<string, ComparedSide> labelSet, Func<string, RatingsSource?> ratings, Func<string, string> resolve)
{
    /// <summary>The part of an image as SQL, of a table "s" of the split.</summary>
    public static string PartOf(SplitResult split, int? fold) => fold is not { } test ? "s.part" : string.Create(
        CultureInfo.InvariantCulture,
        $"CASE s.fold WHEN {test} THEN '{SplitPart.Test}' WHEN {(test % split.Folds) + 1} THEN '{SplitPart.Validation}' ELSE '{SplitPart.Train}' END");

    /// <summary>Writes the file of one fold, or of the whole split.</summary>
    /// <exception cref="NeatxException">A label set does not judge a finding that is to be learnt.</exception>
    public RunImagesFile Write(TableSession session, SweepDefinition sweep, SplitResult split, int? fold)
    {
        var (states, certainties, joins) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (index, head) in sweep.Heads.Index())
        {
            var set = labelSet(head.Labels);
            if (head.Findings.FirstOrDefault(finding => !set.Findings.Contains(finding, StringComparer.Ordinal)) is { } unknown)
                throw new NeatxException(Wording.Sentence($"sweep '{sweep.Name}': the label set '{head.Labels}' does not judge {Wording.Quote(unknown)}{Wording.Suggest(unknown, [.. set.Findings])}"));
            joins.Add($"LEFT JOIN ({set.Query(session)}) l{index} ON l{index}.image = s.image");
            states.AddRange(head.Findings.Select(finding => $"coalesce(l{index}.{Sql.Name(finding)}, {(int)LabelState.Missing})"));
            var source = ratings(head.Labels);
            if (source is not null) joins.Add($"LEFT JOIN ({Certainties(session, source, head.Findings)}) c{index} ON c{index}.image = s.image");
            certainties.AddRange(head.Findings.Select(finding => source is not null && source.Findings.Contains(finding, StringComparer.Ordinal) ? $"c{index}.{Sql.Name(finding)}" : "NULL"));
        }

        var file = $"training/{sweep.Name}/{Path.ChangeExtension(RunFiles.Images, null)}{(fold is { } number ? string.Create(CultureInfo.InvariantCulture, $".fold{number}") : "")}.parquet";
        session.WriteParquet(
            $"""
            SELECT s.image AS {RunImages.Image}, s.patient AS {RunImages.Patient}, coalesce(f.path, '') AS {RunImages.Path}, {PartOf(split, fold)} AS {RunImages.Part},
                [{string.Join(", ", states)}]::UTINYINT[] AS {RunImages.States}, [{string.Join(", ", certainties)}]::FLOAT[] AS {RunImages.Certainties}
            FROM {session.Parquet(split.Data!)} s JOIN {session.Parquet(dataset)} d ON d.image = s.image LEFT JOIN {session.Parquet(films)} f ON f.image = s.image {string.Join(' ', joins)}
            ORDER BY d."row"
            """,
            file);
        return new RunImagesFile(resolve(file), FileHash.Of(resolve(file)));
    }

    /// <summary>The mean certainty of those who gave one.</summary>
    private static string Certainties(TableSession session, RatingsSource source, IReadOnlyList<string> findings)
    {
        var means = findings.Where(finding => source.Findings.Contains(finding, StringComparer.Ordinal))
            .Select(finding => $", avg(CASE WHEN {Sql.Name(finding)} >= {Rating.OfCertainty(0).Code} THEN ({Sql.Name(finding)} - {Rating.OfCertainty(0).Code}) / 4.0 END) AS {Sql.Name(finding)}");
        return $"SELECT image{string.Concat(means)} FROM {session.Parquet(source.File)} GROUP BY image";
    }
}
