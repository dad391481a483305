using Neatx.Cli.Output;
using Neatx.Cli.Parsing;

namespace Neatx.Cli.Verbs;

/// <summary>neatx weights: what networks start from.</summary>
internal sealed class WeightsCommand(Screen screen, Interruption interruption) : VerbGroup(
    "weights",
    "What networks start from: download published weights, look into a file of them, or convert it.",
    new WeightsPullCommand(screen, interruption),
    new WeightsShowCommand(screen),
    new WeightsConvertCommand(screen))
{
}
