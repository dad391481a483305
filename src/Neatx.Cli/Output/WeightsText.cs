using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using Neatx.Learning.Weights.Names;

namespace Neatx.Cli.Output;

/// <summary>What neatx weights show prints.</summary>
internal static class WeightsText
{
    private const int NameWidth = 58;

    public static void Write(Screen screen, WeightsFile file, WeightsMatch? match)
    {
        var guess = ArchitectureGuess.Of(NamedWeights.Of(file, []).Tensors.Select(tensor => tensor.Name));
        screen.Say($"{WeightsFile.WordsFor(file.Format)}, {Words.Count(file.Length)} bytes, {Words.Count(file.Tensors.Count)} tensors, {Words.Count(file.Tensors.Sum(tensor => (long)tensor.Count))} values");
        screen.Output.WriteLine($"SHA-256 {file.Sha256}");
        if (guess is { What: var what }) screen.Say($"These look like weights of {what}.");
        foreach (var (name, text) in file.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) screen.Say(Wording.Shorten($"{name}: {text}"));
        var remarks = match is null ? file.Notes : MatchText.Remarks(match);
        foreach (var remark in remarks) screen.Say($"note: {remark}");
        screen.Output.WriteLine();
        var table = Tables.Of("tensor", "type", "shape");
        foreach (var tensor in file.Tensors) Tables.Add(table, Fit(Wording.Shorten(tensor.Name)), DataTypes.NameOf(tensor.Type), tensor.Shape.Count == 0 ? "scalar" : string.Join('x', tensor.Shape));
        screen.Show(table);
        if (match is null) return;
        screen.Output.WriteLine();
        if (match.Mismatches.Count == 0) screen.Say($"They fit {match.Network.Name}: {Words.Count(match.Tensors.Count)} of {Words.Count(match.Network.Parameters.Count)} tensors are there.");
        else screen.Output.WriteLine($"They do not fit {match.Network.Name}:\n{MatchText.Mismatches(match)}");
    }

    /// <summary>Of a long name the end tells more.</summary>
    private static string Fit(string name) => name.Length <= NameWidth ? name : $"…{name[^(NameWidth - 1)..]}";
}
