using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Report.Data;

/// <summary>What became of a claim: a code for programs, and for readers a symbol with a word, so that colour is never alone.</summary>
public sealed record Verdict(string Code, string Word, string Symbol)
{
    /// <summary>The symbol and the word, which do not part at the end of a line.</summary>
    public override string ToString() => $"{Symbol}\u00A0{Word}";

    public static Verdict Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Reproduced => new("reproduced", "reproduced", "\u2713"),
        ClaimStatus.Differs => new("differs", "differs", "\u2260"),
        _ => new("not_computable", "not computable here", "\u25CB"),
    };
}
