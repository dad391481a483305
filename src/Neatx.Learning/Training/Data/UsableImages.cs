using System.Text;
using Neatx.Core.Training;
using Neatx.Imaging.Films;
using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Training.Data;

/// <summary>The images of a run that can be used. A row of training is a place among them.</summary>
internal sealed class UsableImages
{
    private const int MostNamed = 3;

    private readonly int[] _places;

    /// <summary>Lists the others with their reasons in refused.csv.</summary>
    /// <param name="input">The run.</param>
    /// <param name="imageFolder">Where images were looked for.</param>
    /// <param name="refused">Place among the images of the run to refusal.</param>
    /// <exception cref="NeatxException">More are refused than the recipe allows, or the training part is left without what it needs.</exception>
    public UsableImages(RunInput input, string imageFolder, IReadOnlyDictionary<int, Refusal> refused)
    {
        _places = [.. Enumerable.Range(0, input.Images.Count).Where(place => !refused.ContainsKey(place))];
        Images = [.. _places.Select(place => input.Images[place])];
        Refused = refused.Count;
        WriteRefused(input, refused);
        CheckShare(input, imageFolder, refused);
        var mistakes = new List<RunMistake>();
        if (refused.Count > 0) TrainingRules.Check(input.Config, Images, mistakes);
        if (mistakes.Count > 0)
            throw new NeatxException($"without the {refused.Count:D} images in {RunFiles.Refused}: {string.Join(' ', mistakes.Select(mistake => mistake.Message))}");
    }

    /// <summary>In the order of the run.</summary>
    public IReadOnlyList<RunImage> Images { get; }

    /// <summary>How many are not usable.</summary>
    public int Refused { get; }

    /// <summary>The place of a row among all images of the run.</summary>
    public int PlaceOf(int row) => _places[row];

    private static void WriteRefused(RunInput input, IReadOnlyDictionary<int, Refusal> refused)
    {
        var text = new StringBuilder("image,reason,detail\n");
        foreach (var (place, refusal) in refused.OrderBy(each => each.Key))
            text.Append(CsvText.Line(input.Images[place].Image, refusal.Reason.ToString().ToLowerInvariant(), refusal.ToString()));
        AtomicFile.WriteText(Path.Combine(input.Folder, RunFiles.Refused), text.ToString());
    }

    private static void CheckShare(RunInput input, string imageFolder, IReadOnlyDictionary<int, Refusal> refused)
    {
        var most = input.Config.Recipe.MostRefused;
        if ((double)refused.Count / input.Images.Count <= most) return;
        var named = refused.OrderBy(each => each.Key).Take(MostNamed).Select(each => $"{input.Images[each.Key].Path}: {each.Value.Detail.TrimEnd('.')}");
        throw new NeatxException(FormattableString.Invariant(
            $"{refused.Count:N0} of {input.Images.Count:N0} images under {imageFolder} cannot be used, more than the recipe's most_refused of {most}: ")
            + $"{string.Join("; ", named)}. All are in {RunFiles.Refused}. If they lie elsewhere, name their folder with --images; if so many may be absent, raise most_refused.");
    }
}
