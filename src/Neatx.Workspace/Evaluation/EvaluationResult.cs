namespace Neatx.Workspace.Evaluation;

/// <summary>A table of evaluations as it stands.</summary>
public sealed record EvaluationResult
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The policy's name; see AgreementPolicy.Name.</summary>
    public required string Policy { get; init; }

    /// <summary>"models" or "findings".</summary>
    public required string Rows { get; init; }

    /// <summary>The parts whose images count, in words.</summary>
    public required string Parts { get; init; }

    public IReadOnlyList<EvaluatedModel> Models { get; init; } = [];

    public IReadOnlyList<EvaluatedLabels> LabelSets { get; init; } = [];

    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Those that could be tried, model after model, label set after label set.</summary>
    public IReadOnlyList<EvaluationCell> Cells { get; init; } = [];

    /// <summary>Those that could not, each with its reason.</summary>
    public IReadOnlyList<UntriedCell> Untried { get; init; } = [];

    public IReadOnlyList<PairedModels> Paired { get; init; } = [];

    public IReadOnlyList<ClassWiseError> ClassWise { get; init; } = [];

    /// <summary>The cell of a model, a label set and a finding, or null where it could not be tried.</summary>
    public EvaluationCell? Cell(string model, string labels, string finding) =>
        Cells.FirstOrDefault(cell => cell.Model == model && cell.Labels == labels && cell.Finding == finding);
}
