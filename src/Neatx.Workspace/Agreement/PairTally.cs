using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>
/// Everything two sides said of the images they share, patient by patient, in every code they may use. Counted once; each policy and
/// each statistic is a view of it.
/// </summary>
public sealed class PairTally
{
    private readonly Dictionary<string, ClusterClasses> _findings;

    internal PairTally(RatingCodes codes, long images, long? patients, IEnumerable<KeyValuePair<string, ClusterClasses>> findings)
    {
        (Codes, Images, Patients) = (codes, images, patients);
        _findings = new Dictionary<string, ClusterClasses>(findings, StringComparer.Ordinal);
    }

    public RatingCodes Codes { get; }

    /// <summary>The images that both sides list.</summary>
    public long Images { get; }

    /// <summary>The patients among them, or null when some image's patient is unknown.</summary>
    public long? Patients { get; }

    /// <summary>True when both sides judge the finding.</summary>
    public bool Has(string finding) => _findings.ContainsKey(finding);

    /// <summary>The categories of a policy, K x K cells row-major, counted by patient; images that the policy drops are not in it.</summary>
    /// <exception cref="KeyNotFoundException">The two sides do not share the finding.</exception>
    public ClusterClasses Under(AgreementPolicy policy, string finding)
    {
        var size = Codes.Categories(policy).Count;
        var map = new int?[Codes.Count * Codes.Count];
        for (var a = 0; a < Codes.Count; a++)
            for (var b = 0; b < Codes.Count; b++)
                map[(a * Codes.Count) + b] = (Codes.CategoryOf(policy, a) * size) + Codes.CategoryOf(policy, b);
        return _findings[finding].Fold(size * size, map);
    }

    /// <summary>True when two policies keep the same images in the same cells: what they treat differently does not occur here.</summary>
    public bool AreAlike(AgreementPolicy one, AgreementPolicy other, string finding)
    {
        var totals = _findings[finding].Totals;
        for (var cell = 0; cell < totals.Length; cell++)
        {
            if (totals[cell] == 0) continue;
            var (a, b) = (cell / Codes.Count, cell % Codes.Count);
            if (Name(one, a) != Name(other, a) || Name(one, b) != Name(other, b)) return false;
        }

        return true;
    }

    /// <summary>The crosstab alone.</summary>
    public Crosstab Crosstab(AgreementPolicy policy, string finding) => new(Codes.Categories(policy), Under(policy, finding).Totals);

    private string? Name(AgreementPolicy policy, int code) => Codes.CategoryOf(policy, code) is { } category ? Codes.Categories(policy)[category] : null;
}
