using System.Text.RegularExpressions;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Report;

/// <summary>What LaTeX would stumble over: rows of another length than the table, environments left open, characters that mean something to it.</summary>
public sealed partial class LatexTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-latex-").FullName;

    private static readonly string[] Known =
    [
        "begin", "end", "centering", "caption", "label", "toprule", "midrule", "bottomrule", "multicolumn", "emph", "textbf", "textsuperscript", "scriptsize",
        "footnotesize", "smallskip", "times", "pm", "geq", "textbackslash", "textasciitilde", "textasciicircum",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Plain")]
    [InlineData("50 % & more_than #1 of {all} ~ costs $3 ^ \\\\input{/etc/passwd} \\\\end{table}")]
    public void Write_AnyNames_IsATableAndNothingElse(string name)
    {
        foreach (var run in (RunResults[])[HostileResults.With(name), BareResults.Run])
        {
            foreach (var result in run.Evaluations)
            {
                ReportWriter.Write(run with { Evaluations = [result] }, _folder);
                AssertIsTable(File.ReadAllText(Path.Combine(_folder, $"tables/evaluation.{result.Name}.tex")), columns: result.LabelSets.Count + 1);
            }
        }
    }

    private static void AssertIsTable(string latex, int columns)
    {
        Assert.Equal(["begin{table}", "begin{tabular}", "end{tabular}", "end{table}"], Environments().Matches(latex).Select(match => match.Value[1..]));
        Assert.All(Commands().Matches(latex).Select(match => match.Groups[1].Value), command => Assert.Contains(command, Known));
        AssertBalanced(latex);
        var rows = latex.Split("\\toprule\n")[1].Split("\\bottomrule")[0].Split('\n').Where(line => line.EndsWith("\\\\", StringComparison.Ordinal) && !line.StartsWith("\\multicolumn", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(columns, Bare().Count(row) + 1));
        Assert.DoesNotMatch(@"(?<!\\)[%#_]", latex);
    }

    private static void AssertBalanced(string latex)
    {
        var (depth, isEscaped) = (0, false);
        foreach (var character in latex)
        {
            depth += isEscaped ? 0 : character switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth >= 0, "A brace closes what was not opened.");
            isEscaped = character == '\\' && !isEscaped;
        }

        Assert.Equal(0, depth);
    }

    [GeneratedRegex(@"\\(?:begin|end)\{[a-z]+\}")]
    private static partial Regex Environments();

    [GeneratedRegex(@"\\([a-zA-Z]+)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex Bare();
}
