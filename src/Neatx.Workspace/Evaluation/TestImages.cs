using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Evaluation;

/// <summary>The images of a label set that all models of a table scored: their states, patients and scores.</summary>
internal sealed class TestImages
{
    private TestImages(LabelState[] states, int[] patients, bool arePatientsKnown, double[][] scores) =>
        (States, Patients, ArePatientsKnown, Scores) = (states, patients, arePatientsKnown, scores);

    public LabelState[] States { get; }

    /// <summary>Numbers, equal for equal patients; an image whose patient is not known stands for itself.</summary>
    public int[] Patients { get; }

    /// <summary>False when no patient is known.</summary>
    public bool ArePatientsKnown { get; }

    /// <summary>For each run the score of each image.</summary>
    public double[][] Scores { get; }

    /// <param name="session">Reads.</param>
    /// <param name="labels">The label set, which judges the finding.</param>
    /// <param name="finding">What is judged.</param>
    /// <param name="runs">A SELECT of image, patient and score for each run; at least one.</param>
    public static TestImages Read(TableSession session, ComparedSide labels, string finding, IReadOnlyList<string> runs)
    {
        var (states, patients) = (new List<LabelState>(), new List<int>());
        var scores = runs.Select(_ => new List<double>()).ToArray();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = false;
        var joins = runs.Select((run, index) => string.Create(CultureInfo.InvariantCulture, $"JOIN ({run}) r{index} ON r{index}.image = l.image"));
        var columns = runs.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $", r{index}.score"));
        session.Query(
            $"""
            SELECT l.image, coalesce(l.patient, r0.patient), l.{Sql.Name(finding)}{string.Concat(columns)}
            FROM ({labels.Query(session)}) l {string.Join(' ', joins)} ORDER BY l.row
            """,
            row =>
            {
                known |= !row.IsDBNull(1);
                var patient = row.IsDBNull(1) ? $"\n{row.GetString(0)}" : row.GetString(1);
                numbers.TryAdd(patient, numbers.Count);
                patients.Add(numbers[patient]);
                states.Add((LabelState)row.GetByte(2));
                for (var run = 0; run < scores.Length; run++) scores[run].Add(row.GetDouble(3 + run));
            });
        return new TestImages([.. states], [.. patients], known, [.. scores.Select(run => run.ToArray())]);
    }
}
