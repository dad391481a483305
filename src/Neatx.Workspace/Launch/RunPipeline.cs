using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;
using Neatx.Workspace.Storage;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>Runs a protocol: stage after stage, each step only when something it depends on changed.</summary>
public static class RunPipeline
{
    /// <summary>Makes what is missing or changed and returns everything that stands.</summary>
    /// <exception cref="NeatxException">Something the user can mend; what was made before it stands.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; what was made stands.</exception>
    public static RunResults Run(ProtocolDocument protocol, RunOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        using var folder = RunFolder.Open(options.Out);
        using var database = new RunDatabase(folder.Path);
        using var session = database.Open(cancellation);
        var run = new RunState(protocol, folder, database, session, observer);
        bool Wanted(Stage stage) => options.Only is not { } last || stage <= last;

        new CatalogSteps(run).Make();
        if (Wanted(Stage.Labels)) new LabelSteps(run).Make();
        if (Wanted(Stage.Cohorts)) new CohortSteps(run).Make();
        if (Wanted(Stage.Agreement)) new AgreementSteps(run).Make();
        if (Wanted(Stage.Images)) new ImageSteps(run).Make();
        if (Wanted(Stage.Splits)) new SplitSteps(run).Make();
        if (Wanted(Stage.Training)) new TrainingSteps(run, options.Trainer ?? new NeatxTrainer(Environment.ProcessPath!, options.Place.Device), options.Place).Make();
        if (Wanted(Stage.Evaluation)) new EvaluationSteps(run).Make();
        if (Wanted(Stage.Claims)) new ClaimSteps(run).Make();
        var results = run.Results();
        if (Wanted(Stage.Report)) new ReportSteps(run).Make(results);
        return results;
    }
}
