using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Training;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Training;

/// <summary>Does in a moment what training does in hours: writes state, metrics and scores of a run. Scores follow the labels, with noise from the seed.</summary>
internal sealed class FakeTrainer : ITrainer
{
    private readonly Lock _lock = new();

    /// <summary>The names of the runs that were trained, sorted.</summary>
    public List<string> Trained { get; } = [];

    /// <summary>Runs whose name contains this fail.</summary>
    public string? Fails { get; init; }

    /// <summary>Why, by the run folder.</summary>
    public Func<string, string> Why { get; init; } = _ => "The loss is not a number.";

    /// <summary>Called before a run.</summary>
    public Action<string>? Before { get; init; }

    public string? Train(string folder, int workers, CancellationToken cancellation)
    {
        var config = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, RunFiles.Config)), TrainingJson.Default.RunConfig)!;
        Before?.Invoke(config.Name);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Trained.Add(config.Name);
            Trained.Sort(StringComparer.Ordinal);
        }

        if (Fails is not null && config.Name.Contains(Fails, StringComparison.Ordinal))
        {
            Write(folder, new RunLifecycle { Status = RunStatus.Failed, Epoch = 1, Reason = Why(folder) });
            return Why(folder);
        }

        File.WriteAllLines(Path.Combine(folder, RunFiles.Metrics), Enumerable.Range(1, config.Recipe.Epochs).Select(epoch =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"epoch":{{epoch}},"learning_rate":0.001,"train_loss":{{.7 / epoch}},"validation_loss":{{.8 / epoch}},"mean_validation_auc":{{.5 + (.4 * (1 - (1.0 / epoch)))}}}""")));
        WriteScores(folder, config);
        Write(folder, new RunLifecycle
        {
            Status = RunStatus.Done,
            Epoch = config.Recipe.Epochs,
            BestEpoch = config.Recipe.Epochs,
            BestValidationAuc = .5 + (.4 * (1 - (1.0 / config.Recipe.Epochs))),
            Engine = new Dictionary<string, string> { ["libtorch"] = "none" },
        });
        return null;
    }

    private static void Write(string folder, RunLifecycle state) =>
        File.WriteAllBytes(Path.Combine(folder, RunFiles.State), JsonSerializer.SerializeToUtf8Bytes(state, TrainingJson.Default.RunLifecycle));

    /// <summary>A positive scores .6 and a negative .4 more or less, by a hash of image, seed and model; ResNet50 is the noisier one.</summary>
    private static void WriteScores(string folder, RunConfig config)
    {
        var spread = config.Architecture == Architecture.ResNet50 ? 1.2 : .6;
        var findings = string.Join(" UNION ALL ", config.Findings().Select((finding, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT image, patient, part, '{finding}' AS finding, {index} AS place, row,
                greatest(0, least(1, .5 + (CASE states[{index + 1}] WHEN 3 THEN .1 ELSE -.1 END)
                    + {spread} * ((hash(image || '{finding}{config.Seed}{config.Architecture}') % 100000) / 100000.0 - .5))) AS score
            FROM i
            """)));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            COPY (WITH i AS (SELECT *, row_number() OVER () AS row FROM read_parquet('{Path.Combine(folder, RunFiles.Images)}'))
                SELECT image, patient, part, finding, score FROM ({findings}) ORDER BY row, place)
            TO '{Path.Combine(folder, RunFiles.Scores)}' (FORMAT parquet)
            """;
        command.ExecuteNonQuery();
    }
}
