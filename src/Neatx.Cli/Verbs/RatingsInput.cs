using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Labels;

namespace Neatx.Cli.Verbs;

/// <summary>The options by which a verb is told which ratings of a CSV file to read, and how.</summary>
internal sealed class RatingsInput
{
    private readonly Argument<string> _file = new("FILE") { Description = "The CSV file with the ratings, plain, .gz or .zip." };
    private readonly Option<string?> _item = OptionKinds.Text("--item", "COLUMN", "Names the item that is rated. Without it each row is an item.");
    private readonly Option<string[]> _ratings = OptionKinds.Texts("--ratings", "COLUMN", "One row an item: the columns that hold the ratings, one a rater.");
    private readonly Option<string?> _rater = OptionKinds.Text("--rater", "COLUMN", "One row a rating: names the rater.");
    private readonly Option<string?> _label = OptionKinds.Text("--label", "COLUMN", "One row a rating: holds the rating.");
    private readonly Option<bool> _sides = OptionKinds.Switch("--sides", "Read ratings as certainty (0, .25, .5, .75, 1) by side of .5.");
    private readonly Option<string[]> _categories = OptionKinds.Texts("--categories", "TEXT", "All categories in their order. Without it those in the file.");
    private readonly Option<string[]> _blank = OptionKinds.Texts("--blank", "TEXT", "Texts that mean a missing rating, such as NA.");

    public RatingsInput(Command verb)
    {
        verb.Add(_file);
        foreach (var option in (Option[])[_item, _ratings, _rater, _label, _sides, _categories, _blank]) verb.Add(option);
    }

    /// <summary>True when the ratings are to be read as certainty.</summary>
    public bool IsBySide(ParseResult parsed) => parsed.GetValue(_sides);

    /// <summary>Reads the file.</summary>
    /// <exception cref="NeatxException">The options do not fit together, or the file is not as it should be.</exception>
    public RatingsFile Read(ParseResult parsed, Screen screen, string? cluster = null, string? reference = null)
    {
        var columns = Columns(parsed) with { Cluster = cluster, Reference = reference, Blanks = parsed.GetValue(_blank)! };
        var observer = new TerminalObserver(screen, TimeProvider.System);
        var file = RatingsFileReader.Read(parsed.GetValue(_file)!, columns, observer);
        observer.Complete();
        return file;
    }

    /// <summary>What the texts of the file mean.</summary>
    /// <exception cref="NeatxException">They cannot be read so.</exception>
    public AnswerScale Scale(ParseResult parsed, RatingsFile file, bool isCertainty)
    {
        var categories = parsed.GetValue(_categories)!;
        if (!isCertainty) return AnswerScale.OfCategories(file.Texts, categories);
        return categories.Length == 0
            ? AnswerScale.OfCertainty(file.Texts)
            : throw new NeatxException("--categories is for ratings that are categories; here they are certainty, read by side of .5. Leave one of the two out.");
    }

    private RatingColumns Columns(ParseResult parsed)
    {
        var (item, ratings) = (parsed.GetValue(_item), parsed.GetValue(_ratings)!);
        var (rater, label) = (parsed.GetValue(_rater), parsed.GetValue(_label));
        if (ratings.Length > 0)
        {
            return rater is null && label is null
                ? RatingColumns.RowPerItem(item, ratings)
                : throw new NeatxException("--ratings says that each rater has a column, --rater and --label that each rating has a row. Give one or the other.");
        }

        if (rater is null || label is null || item is null)
        {
            throw new NeatxException("""
                which columns hold the ratings? Either each rater has a column:
                    --item COLUMN --ratings COLUMN COLUMN ...
                or each rating has a row:
                    --item COLUMN --rater COLUMN --label COLUMN
                """);
        }

        return RatingColumns.RowPerRating(item, rater, label);
    }
}
