using System.Text.Json.Serialization;
using Neatx.Core.Agreement;
using Neatx.Core.Training;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>How results and definitions are written as JSON; generated at compile time, so that nothing is reflected at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(StatisticConverter), typeof(StatisticsConverter), typeof(SnakeCaseEnumConverter<ClaimStatus>), typeof(SnakeCaseEnumConverter<RunStatus>)],
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(TableSummary))]
[JsonSerializable(typeof(LabelSetResult))]
[JsonSerializable(typeof(CohortFlow))]
[JsonSerializable(typeof(ConsensusResult))]
[JsonSerializable(typeof(ClaimQuantity.CohortCount), TypeInfoPropertyName = "ClaimCohortCount")]
[JsonSerializable(typeof(ClaimQuantity.Agreement), TypeInfoPropertyName = "ClaimAgreement")]
[JsonSerializable(typeof(ClaimQuantity.Evaluation), TypeInfoPropertyName = "ClaimEvaluation")]
[JsonSerializable(typeof(ComparisonResult))]
[JsonSerializable(typeof(DriftResult))]
[JsonSerializable(typeof(IReadOnlyList<ClaimResult>))]
[JsonSerializable(typeof(FilmsResult))]
[JsonSerializable(typeof(FilmSource))]
[JsonSerializable(typeof(SweepResult))]
[JsonSerializable(typeof(EvaluationResult))]
[JsonSerializable(typeof(EvaluationTable))]
[JsonSerializable(typeof(EvaluationDefinition))]
[JsonSerializable(typeof(SplitResult))]
[JsonSerializable(typeof(SplitDefinition))]
[JsonSerializable(typeof(DatasetDefinition))]
[JsonSerializable(typeof(LabelSetDefinition))]
[JsonSerializable(typeof(RatingsDefinition))]
[JsonSerializable(typeof(ConsensusDefinition))]
[JsonSerializable(typeof(CohortDefinition))]
[JsonSerializable(typeof(ComparisonDefinition))]
[JsonSerializable(typeof(AgreementDefinition))]
[JsonSerializable(typeof(IReadOnlyList<FindingDefinition>))]
[JsonSerializable(typeof(IReadOnlyList<ClaimDefinition>))]
[JsonSerializable(typeof(AgreementPolicy))]
[JsonSerializable(typeof(ResultsDocument))]
[JsonSerializable(typeof(ReportFiles))]
public sealed partial class RunJson : JsonSerializerContext;
