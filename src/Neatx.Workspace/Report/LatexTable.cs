using System.Text;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report;

/// <summary>A table of evaluations for LaTeX, as the paper prints it; needs the package booktabs.</summary>
internal static class LatexTable
{
    /// <summary>Relative to the report.</summary>
    public static string FileOf(EvaluationResult result) => $"tables/evaluation.{result.Name}.tex";

    public static void Write(EvaluationResult result, TextWriter output)
    {
        var table = PaperTable.Of(result);
        output.Write("\\begin{table}\n\\centering\n");
        output.Write($"\\caption{{{Escape(result.Title)}. {Escape($"{EvaluationWords.Note(result, isSaid: false)} {EvaluationWords.Bold(result)} {Beneath(result)}")}}}\n");
        output.Write($"\\label{{tab:{Escape(result.Name)}}}\n");
        output.Write($"\\begin{{tabular}}{{l{new string('c', table.Columns.Count)}}}\n\\toprule\n");
        output.Write($"{(result.Rows == "findings" ? "Finding" : "Model")}{Cells(table.Columns.Select(Escape))} \\\\\n\\midrule\n");
        var reasons = table.Reasons;
        string? group = null;
        foreach (var row in table.Rows)
        {
            if (row.Group is { } next && next != group)
            {
                output.Write($"\\multicolumn{{{Numbers.Plain(table.Columns.Count + 1)}}}{{l}}{{\\emph{{{Escape(next)}}}}} \\\\\n");
                group = next;
            }

            output.Write($"{Escape(row.Title)}{Cells(row.Cells.Select(cell => Cell(cell, reasons)))} \\\\\n");
            output.Write($"{Cells(row.Cells.Select(cell => cell.Cell is null ? "" : $"{{\\scriptsize {Escape(EvaluationWords.Beneath(cell.Cell))}}}"))} \\\\\n");
        }

        output.Write("\\bottomrule\n\\end{tabular}\n");
        foreach (var (index, reason) in reasons.Index()) output.Write($"\n\\smallskip{{\\footnotesize {Mark(index)} {Escape(English.Sentence(reason))}}}\n");
        output.Write("\\end{table}\n");
    }

    private static string Cells(IEnumerable<string> texts) => string.Concat(texts.Select(text => $" & {text}"));

    private static string Cell(PaperCell cell, IReadOnlyList<string> reasons)
    {
        var text = cell.Text(" $\\pm$ ").Replace("\u2013", "--", StringComparison.Ordinal);
        if (cell.Undefined is { } reason) return $"{text}{Mark(reasons.ToList().IndexOf(reason))}";
        return cell.IsBest ? $"\\textbf{{{text}}}" : text;
    }

    /// <summary>A raised number that leads from a dash to its reason.</summary>
    private static string Mark(int index) => $"\\textsuperscript{{{Numbers.Plain(index + 1)}}}";

    /// <summary>What the small print beneath a figure is, and how its interval was made.</summary>
    private static string Beneath(EvaluationResult result) =>
        $"Beneath: {EvaluationWords.Intervals(result)}, and n (positives). {EvaluationWords.Methods(result)}".TrimEnd();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '\u00B1' => "$\\pm$",
                '\u00D7' => "$\\times$",
                '\u2265' => "$\\geq$",
                '\u202F' or '\u00A0' => "~",
                '\u2013' => "--",
                '\u2018' => "`",
                '\u2019' => "'",
                '\u2212' => "$-$",
                '\n' or '\r' => " ",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
