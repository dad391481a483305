using Neatx.Core.Splits;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Splits;

/// <summary>
/// Parts images by patient into splits/NAME.parquet and splits/NAME.csv, one row an image in the order of the dataset: image, patient, and part or,
/// with folds, the fold from 1 that tests it.
/// </summary>
public static class SplitStage
{
    /// <param name="definition">What the protocol says.</param>
    /// <param name="sources">The tables.</param>
    /// <param name="seed">The protocol's seed, for a split that states none.</param>
    /// <param name="session">Reads and writes Parquet.</param>
    /// <param name="resolve">The full path of a file of the run.</param>
    /// <exception cref="NeatxException">A rule contradicts another, a patient has no part, or a part stays empty; every one is named.</exception>
    public static SplitResult Make(SplitDefinition definition, SplitSources sources, ulong seed, TableSession session, Func<string, string> resolve)
    {
        var result = new SplitResult
        {
            Name = definition.Name,
            Title = definition.Title,
            Dataset = sources.Dataset.Name,
            Of = [.. definition.Of.Where(name => sources.Tables[name].Data is not null)],
            Seed = definition.Seed ?? seed,
            Labels = definition.Labels,
            Folds = definition.Folds,
        };
        var cohort = CohortReader.Read(definition, sources, session, out var omitted);
        IReadOnlyList<string> stratified = definition.Stratify.Count > 0 ? definition.Stratify : [.. cohort.Characteristics.Where(each => each.IsFinding).Select(each => each.Name)];
        IReadOnlyList<SplitRuleResult> rules = [];
        Split split;
        IReadOnlyList<SplitPart> parts = definition.Parts;
        if (definition.Folds > 0)
        {
            split = Dealt(cohort, definition, result.Seed, stratified);
            parts = [.. split.Parts.Select(part => new SplitPart(part, 1.0 / definition.Folds))];
        }
        else
        {
            var reader = new RuleReader(definition, sources, cohort, session);
            var plan = new SplitPlan(definition.Parts) { Seed = result.Seed, Stratify = stratified, Rules = reader.Rules() };
            rules = reader.Results;
            split = Split.TryOf(cohort, plan, out var problems) ?? throw Refused(definition.Name, problems);
        }

        var certificate = SplitCertificate.Of(split, cohort);
        result = result with { Data = $"splits/{definition.Name}.parquet", Csv = $"splits/{definition.Name}.csv" };
        SplitWriter.Write(split, definition.Folds > 0, result.Data, resolve(result.Csv), session);
        return result with
        {
            Stratified = stratified,
            Omitted = omitted,
            Images = split.Images.Count,
            Patients = split.Patients.Count,
            Parts = [.. certificate.Parts.Select((part, index) => new SplitPartResult(part.Part, parts[index].Share, part.Share, part.Images, part.Patients))],
            Rules = rules,
            Shared = certificate.Shared,
            Disjoint = certificate.IsDisjoint,
            Balance = [.. certificate.Balance.Select(SplitBalance.Of)],
        };
    }

    private static Split Dealt(SplitCohort cohort, SplitDefinition definition, ulong seed, IReadOnlyList<string> stratified)
    {
        try
        {
            return Folds.Deal(cohort, definition.Folds, seed, stratified);
        }
        catch (SplitException exception)
        {
            throw Refused(definition.Name, exception.Problems);
        }
    }

    private static NeatxException Refused(string name, IReadOnlyList<SplitProblem> problems) =>
        new($"split '{name}' cannot be made: {new SplitException(problems).Message}");
}
