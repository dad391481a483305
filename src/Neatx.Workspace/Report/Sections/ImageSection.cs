using Neatx.Workspace.Images;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>Which films are there and can be used.</summary>
internal sealed class ImageSection : IReportSection
{
    public string Id => "images";

    public string Title => "Images";

    public bool IsIn(RunResults results) => results.Films.Count > 0;

    public void Write(Page page)
    {
        var films = page.Results.Films;
        foreach (var each in films) page.Paragraph(TrainingWords.Films(each));
        page.Table("Films that splits name.", "Refused films are left out of training and evaluation.", DataFiles.Films, new ReportTable<FilmsResult>(
            [
                new("Dataset", each => each.Title) { Note = each => each.Unavailable },
                new("Asked", each => Count(each, each.Asked), Numeric: true),
                new("Ready", each => Count(each, each.Ready), Numeric: true),
                new("Refused", each => Count(each, each.NotReady), Numeric: true)
                {
                    Note = each => each.Refused.Count == 0 ? null : string.Join(", ", each.Refused.Select(reason => $"{Numbers.Count(reason.Value)} {reason.Key}")),
                },
                new("Preparation", each => each.Preparation) { Class = _ => "long" },
            ],
            films));
        var problems = films.SelectMany(each => each.Problems.Select(problem => (each, problem))).ToList();
        WritePairs(page, films);
        if (problems.Count == 0) return;
        page.Table("The first films of each reason.", "At most five of a reason.", films.First(each => each.ProblemFile is not null).ProblemFile, new ReportTable<(FilmsResult Films, FilmProblem Problem)>(
            [
                new("Film", row => row.Problem.Path) { Class = _ => "code" },
                new("Reason", row => row.Problem.Reason) { Class = _ => "short" },
                new("Found", row => row.Problem.Detail) { Class = _ => "long" },
                new("What to do", row => row.Problem.NextStep) { Class = _ => "long" },
            ],
            problems)
        {
            Group = row => row.Films.Title,
        });
    }

    private static void WritePairs(Page page, IReadOnlyList<FilmsResult> films)
    {
        var pairs = films.SelectMany(each => each.Duplicates.Select(pair => (each, pair))).ToList();
        if (pairs.Count == 0) return;
        page.Table(
            $"Films that look the same and are said to be of different patients ({English.Count(films.Sum(each => each.DuplicatePairs), "pair")}).",
            "One of the two may be named wrong, or a film filed twice; in different parts of a split they would leak. Distance: bits of 256 of perceptual hashes.",
            films.First(each => each.DuplicateFile is not null).DuplicateFile,
            new ReportTable<(FilmsResult Films, FilmPair Pair)>(
                [
                    new("Film", row => row.Pair.ImageA) { Note = row => $"patient {row.Pair.PatientA}", Class = _ => "code" },
                    new("Looks like", row => row.Pair.ImageB) { Note = row => $"patient {row.Pair.PatientB}", Class = _ => "code" },
                    new("Distance", row => Numbers.Count(row.Pair.Distance), Numeric: true),
                ],
                pairs)
            {
                Group = row => row.Films.Title,
            });
    }

    private static string Count(FilmsResult films, int count) => Numbers.Count(films.Unavailable is null ? count : null);
}
