using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Neatx.Imaging;
using Neatx.Imaging.Duplicates;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Images;

/// <summary>Prepares the films of a dataset into the run's cache and says of each whether it can be used, in images/NAME.parquet.</summary>
internal sealed class FilmStage(CatalogContext context, TableSession session, string cache)
{
    private const int KeptOfAReason = 5;
    private const int KeptPairs = 20;

    /// <exception cref="NeatxException">The cache cannot be written.</exception>
    public FilmsResult Make(DatasetDefinition dataset, IReadOnlyList<FilmPlace> places)
    {
        var source = dataset.Images!;
        var preparing = new PreparedImages(source.Preprocessing, Path.Combine(cache, "images"));
        var problems = new List<FilmProblem>();
        var hashed = new List<HashedImage>();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        session.Execute("CREATE OR REPLACE TEMP TABLE films (\"row\" BIGINT, image VARCHAR, path VARCHAR, problem VARCHAR, sha256 VARCHAR)");
        using (var rows = session.Append("films"))
        {
            foreach (var (row, result) in preparing.PrepareAll([.. places.Select(place => place.Path)], progress: Tell, cancellation: session.Token).Index())
            {
                var (image, path) = (places[row].Image, Path.GetRelativePath(context.DataRoot, places[row].Path).Replace('\\', '/'));
                if (result.Refusal is { } refusal) problems.Add(new(image, path, Word(refusal.Reason.ToString()), refusal.Detail, refusal.NextStep));
                else digest.AppendData(Encoding.UTF8.GetBytes($"{image}\n{result.ContentSha256}\n"));
                if (source.Duplicates is not null && result.Hash is { } hash) hashed.Add(new(image, places[row].Patient ?? image, null, hash));
                rows.Set(0, (long)row);
                rows.Set(1, image);
                rows.Set(2, path);
                rows.Set(3, result.Refusal is { } refused ? Word(refused.Reason.ToString()) : "");
                rows.Set(4, result.ContentSha256 ?? "");
                rows.EndRow();
            }

            rows.Close();
        }

        var pairs = Duplicates(source, hashed);
        var data = $"images/{dataset.Name}.parquet";
        session.WriteParquet("SELECT * EXCLUDE (\"row\") FROM films ORDER BY \"row\"", data);
        session.Execute("DROP TABLE films");
        return new FilmsResult
        {
            Dataset = dataset.Name,
            Title = dataset.Title,
            Preparation = Preparation.Words(source.Preprocessing),
            Asked = places.Count,
            Ready = places.Count - problems.Count,
            Refused = problems.CountBy(problem => problem.Reason, StringComparer.Ordinal).OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal),
            Problems = [.. problems.GroupBy(problem => problem.Reason, StringComparer.Ordinal).SelectMany(group => group.Take(KeptOfAReason))],
            ProblemFile = problems.Count > 0 ? WriteProblems(dataset.Name, problems) : null,
            Duplicates = [.. pairs.Take(KeptPairs)],
            DuplicatePairs = pairs.Count,
            DuplicateFile = pairs.Count > 0 ? WritePairs(dataset.Name, pairs) : null,
            Data = data,
            Digest = Convert.ToHexStringLower(digest.GetHashAndReset()),
        };
    }

    /// <summary>"TooLarge" becomes "too large".</summary>
    private static string Word(string reason) =>
        string.Concat(reason.Select((letter, index) => char.IsAsciiLetterUpper(letter) ? $"{(index > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : letter.ToString(CultureInfo.InvariantCulture)));

    private void Tell(PreparationProgress progress)
    {
        if (progress.Done % 16 == 0 || progress.Done == progress.Total) context.Observer.Progress("preparing films", progress.Done, progress.Total);
    }

    /// <summary>Pairs of one patient are no news; those of two may be one person, or one film filed twice, and would leak.</summary>
    private List<FilmPair> Duplicates(FilmSource source, List<HashedImage> hashed) => source.Duplicates is not { } distance ? [] :
        [.. NearDuplicates.Of(hashed, distance, session.Token).AcrossPatients.Select(pair => new FilmPair(pair.First.Image, pair.First.Patient, pair.Second.Image, pair.Second.Patient, pair.Distance))];

    private string WritePairs(string dataset, List<FilmPair> pairs)
    {
        var file = $"images/{dataset}.duplicates.csv";
        var text = new StringBuilder(CsvText.Line("image_a", "patient_a", "image_b", "patient_b", "distance"));
        foreach (var pair in pairs) text.Append(CsvText.Line(pair.ImageA, pair.PatientA, pair.ImageB, pair.PatientB, pair.Distance.ToString(CultureInfo.InvariantCulture)));
        AtomicFile.WriteText(context.PathOf(file), text.ToString());
        return file;
    }

    private string WriteProblems(string dataset, List<FilmProblem> problems)
    {
        var file = $"images/{dataset}.problems.csv";
        var text = new StringBuilder(CsvText.Line("image", "path", "reason", "detail", "next_step"));
        foreach (var problem in problems) text.Append(CsvText.Line(problem.Image, problem.Path, problem.Reason, problem.Detail, problem.NextStep));
        AtomicFile.WriteText(context.PathOf(file), text.ToString());
        return file;
    }
}
