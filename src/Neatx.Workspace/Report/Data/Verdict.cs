using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Report.Data;

/// <summary>What became of a claim, for programs (<paramref name="Code"/>), and for readers as a word and a symbol, so that colour is never alone.</summary>
public sealed record Verdict(string Code, string Word, string Symbol)
{
    public static Verdict Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Reproduced => new("reproduced", "reproduced", "\u2713"),
        ClaimStatus.Differs => new("differs", "differs", "\u2260"),
        _ => new("not_computable", "not computable here", "\u25CB"),
    };
}
