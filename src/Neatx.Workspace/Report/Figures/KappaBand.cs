using Neatx.Core.Agreement;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>A Landis-Koch band with its shade in figures: 0, the lightest, for none, to 5, the darkest, for almost perfect.</summary>
internal sealed record KappaBand(int Shade, string Name, double UpTo, string Range)
{
    /// <summary>From none to almost perfect.</summary>
    public static IReadOnlyList<KappaBand> All { get; } = [.. AgreementBand.LandisKoch.Index().Select(entry => new KappaBand(
        entry.Index,
        entry.Item.Name,
        entry.Item.UpTo,
        entry.Index == 0 ? "\u2264\u202F0" : $"{Numbers.Fixed(entry.Item.Above + 0.01, 2)}\u2013{Numbers.Fixed(entry.Item.UpTo, 2)}"))];

    /// <exception cref="ArgumentOutOfRangeException">The kappa is not in [-1, 1].</exception>
    public static KappaBand Of(double kappa)
    {
        var name = AgreementBand.Of(kappa).Name;
        return All.First(band => band.Name == name);
    }
}
