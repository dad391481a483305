using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Storage;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>What the steps of one run hand on to one another. Lists keep the protocol's order.</summary>
internal sealed class RunState(ProtocolDocument protocol, RunFolder folder, RunDatabase database, TableSession session, IRunObserver observer)
{
    public ProtocolDocument Protocol { get; } = protocol;

    public RunFolder Folder { get; } = folder;

    /// <summary>The database of the run.</summary>
    public TableSession Session { get; } = session;

    /// <summary>What tables are read with.</summary>
    public CatalogContext Catalog { get; } = new(database, protocol.DataRoot, protocol.Findings, observer);

    public IRunObserver Observer { get; } = observer;

    /// <summary>The label sets and ratings that stand, ready to be compared.</summary>
    public AgreementData Data { get; } = new(session);

    public List<TableSummary> Tables { get; } = [];

    public List<LabelSetSummary> LabelSets { get; } = [];

    public List<CohortFlow> Cohorts { get; } = [];

    public List<ComparisonResult> Comparisons { get; } = [];

    public List<DriftResult> Drift { get; } = [];

    public List<SplitResult> Splits { get; } = [];

    public List<FilmsResult> Films { get; } = [];

    public List<SweepResult> Sweeps { get; } = [];

    public List<EvaluationResult> Evaluations { get; } = [];

    public List<ClaimResult> Claims { get; } = [];

    /// <summary>The record of the step that made a named table, label set, cohort or comparison.</summary>
    public Dictionary<string, StepRecord> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>Name to title of everything the protocol names.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; } = protocol.Datasets.Select(each => (each.Name, each.Title))
        .Concat(protocol.LabelSets.Select(each => (each.Name, each.Title)))
        .Concat(protocol.Ratings.Select(each => (each.Name, each.Title)))
        .Concat(protocol.Consensus.Select(each => (each.Name, each.Title)))
        .Concat(protocol.Cohorts.Select(each => (each.Name, each.Title)))
        .ToDictionary(each => each.Name, each => each.Title, StringComparer.Ordinal);

    /// <summary>A key that starts with a definition as JSON, in which the data folder is left out: moving the data changes nothing.</summary>
    public StepKey Key<T>(string step, T definition, JsonTypeInfo<T> form)
    {
        var root = JsonEncodedText.Encode(Protocol.DataRoot).ToString();
        return new StepKey(step).Add("definition", JsonSerializer.Serialize(definition, form).Replace(root, "", StringComparison.Ordinal));
    }

    /// <summary>A step of what is not to be had: its result says why, and stands until the reason changes.</summary>
    public StepResult<T> Absent<T>(string step, T result, JsonTypeInfo<T> form)
        where T : class => Folder.Step(step, Key(step, result, form), $"{step}.json", form, () => result, _ => []);

    /// <summary>The vocabulary as JSON, part of the key of every table.</summary>
    public string Vocabulary { get; } = JsonSerializer.Serialize(protocol.Findings, RunJson.Default.IReadOnlyListFindingDefinition);

    /// <summary>Everything that a cohort's step may name.</summary>
    public IReadOnlyDictionary<string, TableReference> References() => Tables.Where(table => LabelSets.TrueForAll(set => set.Name != table.Name)).Select(TableReference.Of)
        .Concat(LabelSets.Select(TableReference.Of))
        .Concat(Cohorts.Select(TableReference.Of))
        .ToDictionary(reference => reference.Name, StringComparer.Ordinal);

    /// <summary>Everything that was made, for the report and results.json.</summary>
    public RunResults Results() => new()
    {
        Protocol = Protocol.Name,
        Title = Protocol.Title,
        Seed = Protocol.Seed,
        Provenance = new Provenance
        {
            ProtocolFile = Path.GetFileName(Protocol.File),
            ProtocolSha256 = Protocol.Sha256,
            NeatxVersion = ProgramVersion.Release,
            Runtime = RuntimeInformation.FrameworkDescription,
            DuckDbVersion = Session.Texts("SELECT version()")[0],
            Options =
            [
                new("policy", Protocol.Agreement.Policy.Name),
                new("resamples", Protocol.Agreement.Resamples.ToString(CultureInfo.InvariantCulture)),
                new("confidence", Protocol.Agreement.Confidence.ToString(CultureInfo.InvariantCulture)),
                new("seed", Protocol.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
        },
        Synthetic = Protocol.Synthetic,
        Tables = Tables,
        Cohorts = Cohorts,
        LabelSets = LabelSets,
        Comparisons = Comparisons,
        Drift = Drift,
        Films = Films,
        Splits = Splits,
        Sweeps = Sweeps,
        Evaluations = Evaluations,
        Claims = Claims,
    };

    /// <summary>Adds the steps of the named tables to a key; a table that is not to be had has none and adds its absence.</summary>
    public StepKey After(StepKey key, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (Records.TryGetValue(name, out var record)) key.AddStep(record);
            else key.Add("without " + name, Data.WhyNot(name));
        }

        return key;
    }
}
