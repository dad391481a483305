using Neatx.Core.Evaluation;
using Neatx.Core.Splits;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Films, a split, a sweep with a failed run, and a table of evaluations, put beside the sample of the paper. Everything is invented.</summary>
internal static class SampleTraining
{
    private const string Drain = "Chest drain", Labels = "nonexp_padchest", Trained = "drains.densenet121", Failed = "drains.resnet50";

    public static RunResults Results { get; } = SampleResults.Paper with { Films = [Films()], Splits = [Split()], Sweeps = [Sweep()], Evaluations = [Table()] };

    private static FilmsResult Films() => new()
    {
        Dataset = "nih",
        Title = "NIH-CXR14",
        Preparation = "512 x 512 pixels, constant border cut off",
        Asked = 900,
        Ready = 898,
        Refused = new Dictionary<string, int>(StringComparer.Ordinal) { ["missing"] = 1, ["constant"] = 1 },
        Problems = [new FilmProblem("00000001_000.png", "images/00000001_000.png", "missing", "no such file", "Get it from its source.")],
        ProblemFile = "images/nih.problems.csv",
        Duplicates = [new FilmPair("00000002_000.png", "2", "00000009_000.png", "9", 3)],
        DuplicatePairs = 1,
        DuplicateFile = "images/nih.duplicates.csv",
    };

    private static SplitResult Split() => new()
    {
        Name = "drains",
        Title = "Images with drain labels",
        Dataset = "nih",
        Of = [Labels],
        Seed = 1,
        Labels = Labels,
        Stratified = [Drain],
        Images = 898,
        Patients = 600,
        Omitted = [new SplitOmission("images whose film is missing", 2)],
        Parts = [new("train", .7, .7, 629, 420), new("validation", .1, .1, 90, 60), new("test", .2, .2, 179, 120)],
        Rules = [new("gcs4l", ["test"], 12, false, null), new("padchest", ["test"], 0, true, "the list is absent")],
        Shared = [new SharedBetweenParts("train", "validation", 0, 0), new("train", "test", 0, 0), new("validation", "test", 0, 0)],
        Disjoint = true,
        Balance =
        [
            new(Drain, "positive", "train", 60, Statistic.Of(.095), Statistic.Of(.002), Statistic.Of(.007)),
            new("sex", "F", "test", 179, Statistic.Of(1), Statistic.Of(.4), Statistic.None("all images have the level on one side and none on the other")),
        ],
        Csv = "splits/drains.csv",
    };

    private static SweepResult Sweep() => new()
    {
        Name = "drains",
        Title = "Drain detectors",
        Split = "drains",
        Labels = [Labels],
        Findings = [Drain, "Tracheostomy"],
        Models = ["densenet121", "resnet50"],
        Recipe = "neatx-drain",
        Variant = "torchvision",
        Preparation = "512 x 512 pixels",
        Images = new Dictionary<string, int>(StringComparer.Ordinal) { ["train"] = 629, ["validation"] = 90, ["test"] = 179 },
        Runs =
        [
            Run("densenet121", 1) with { Status = RunStatus.Done, Epochs = 3, BestEpoch = 2, BestValidationAuc = .91, Curve = [new(1, .7, .72, .6), new(2, .5, .6, .91), new(3, .4, .9, .9)] },
            Run("densenet121", 2) with { Status = RunStatus.Done, Epochs = 3, Curve = [new(1, .7, null, null), new(2, .5, null, null)], Engine = new Dictionary<string, string>(StringComparer.Ordinal) { ["libtorch"] = "2.10.0" } },
            Run("resnet50", 1) with { Status = RunStatus.Failed, Epochs = 1, Reason = "the loss became not a number in step 3 of epoch 2" },
        ],
    };

    private static SweepRun Run(string model, ulong seed) => new()
    {
        Name = FormattableString.Invariant($"{model}.seed{seed}"),
        Model = model,
        Seed = seed,
        Start = StartWeights.Random.Source,
        Status = RunStatus.Pending,
        Folder = FormattableString.Invariant($"training/drains/{model}.seed{seed}"),
    };

    private static EvaluationResult Table() => new()
    {
        Name = "table1",
        Title = "Table 1: chest drain detection",
        Policy = SampleComparisons.Dropped,
        Rows = "models",
        Parts = "all but train and validation",
        Models =
        [
            new(Trained, "DenseNet121", StartWeights.Random.Source, Synthetic: false, 2, null),
            new(Failed, "ResNet50", StartWeights.Random.Source, Synthetic: false, 1, "1 of 1 runs has no scores"),
            new("other", "Another group", null, Synthetic: false, 1, null),
        ],
        LabelSets = [new(Labels, "Non-expert, PadChest", null), new("padchest", "PadChest", "the PadChest master table is not here"), new("gcs4l", "GCS4L", null)],
        Findings = [Drain, "Tracheostomy"],
        Cells = [Cell(Trained, Drain, .92, .01), Cell(Trained, "Tracheostomy", .88, null), Cell("other", Drain, .31, null) with { Warning = "AUC .31 is below chance" }, Undefined()],
        Untried =
        [
            new(Failed, Labels, Drain, "ResNet50 is not to be had: 1 of 1 runs has no scores"),
            new("other", Labels, "Tracheostomy", "this finding is not scored by Another group"),
        ],
        Paired = [new(Trained, "other", Labels, Drain, Statistic.Of(.61), Statistic.Of(9.1) with { PValue = 1e-12 })],
        ClassWise = [new ClassWiseError(Trained, Labels, 2, 358, 10, Statistic.Of(.08), Statistic.None("there is one run"))],
    };

    private static EvaluationCell Cell(string model, string finding, double auc, double? spread) => new()
    {
        Model = model,
        Labels = Labels,
        Finding = finding,
        N = 179,
        Positives = 17,
        Negatives = 162,
        Patients = 120,
        Dropped = 4,
        Statistics = Statistics(
            Statistic.Of(auc) with { BootstrapCi = new(auc - .04, auc + .03, .95, "bootstrap by patient, percentile, 2000 resamples, seed 1") },
            spread is { } sd ? Statistic.Of(sd) : Statistic.None("there is one run")),
        Runs =
        [
            new EvaluatedRun
            {
                Seed = 1,
                Statistics = [new(EvaluationNames.Auc, Statistic.Of(auc))],
                OperatingPoints = [new ThresholdResult { Rule = "Youden", Threshold = .4, Sensitivity = Statistic.Of(.8) }, new ThresholdResult { Rule = "sensitivity >= 0.95", Undefined = "no validation" }],
            },
        ],
        Roc = [new(0, 0), new(.2, .9), new(1, 1)],
        PrecisionRecall = [new(0, 1), new(1, .1)],
        Calibration = [new(0, .5, 100, .2, .1), new(.5, 1, 0, null, null)],
    };

    private static EvaluationCell Undefined() => new()
    {
        Model = Trained,
        Labels = "gcs4l",
        Finding = Drain,
        N = 12,
        Negatives = 12,
        Statistics = Statistics(Statistic.None("no image is positive"), Statistic.None("no run has a value")),
    };

    private static IReadOnlyList<KeyValuePair<string, Statistic>> Statistics(Statistic auc, Statistic spread) =>
    [
        new(EvaluationNames.Auc, auc), new("auc_sd", spread), new(EvaluationNames.AveragePrecision, Statistic.Of(.5)), new(EvaluationNames.Brier, Statistic.Of(.1)),
        new(EvaluationNames.CalibrationError, Statistic.None("a score lies outside of [0, 1]")),
    ];
}
