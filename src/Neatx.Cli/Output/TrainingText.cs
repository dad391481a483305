using System.Globalization;
using Neatx.Core.Training;
using Neatx.Learning.Training.Sweeps;

namespace Neatx.Cli.Output;

/// <summary>What a training run, or each of a sweep, came to.</summary>
internal static class TrainingText
{
    public static void Write(Screen screen, string folder, RunLifecycle state)
    {
        screen.Output.WriteLine($"trained   {folder}: {Outcome(state)}");
        if (state.Refused > 0) screen.Output.WriteLine($"refused   {Words.Count(state.Refused)} images, in {Path.Combine(folder, RunFiles.Refused)}");
        screen.Output.WriteLine($"scores    {Path.Combine(folder, RunFiles.Scores)}");
        screen.Output.WriteLine($"model     {Path.Combine(folder, RunFiles.Model)}");
    }

    /// <summary>One line a run.</summary>
    public static string Line(SweepRun run)
    {
        var seconds = run.Elapsed is { } elapsed ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s") : "unchanged";
        return $"{Words.Fit(run.Name, 32),-32} {Words.Fit(run.Message ?? Outcome(run.State), 36),-36} {seconds,9}";
    }

    private static string Outcome(RunLifecycle state)
    {
        var epochs = string.Create(CultureInfo.InvariantCulture, $"{state.Epoch} {(state.Epoch == 1 ? "epoch" : "epochs")}");
        if (state.Status != RunStatus.Done) return $"{state.Status.ToString().ToLowerInvariant()} after {epochs}";
        return state.BestValidationAuc is { } auc
            ? string.Create(CultureInfo.InvariantCulture, $"{epochs}, best {state.BestEpoch} (AUC {auc:0.000})")
            : $"{epochs}, the last kept";
    }
}
