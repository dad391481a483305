using System.Diagnostics;
using System.Text;
using Neatx.Core.Training;

namespace Neatx.Cli.Tests.Driving;

/// <summary>
/// A study on a few phantom films, as a researcher would write it: two raters on tubes, reports on pathologies, a network with a head for each,
/// two seeds, and two tables. Films and tables are made once for all tests; each study has a run folder of its own.
/// </summary>
internal sealed class TubeStudy
{
    private const string Protocol = """
        name: study
        title: Tubes and pathologies together
        synthetic: true
        seed: 1
        findings: {Chest drain: , Nasogastric tube: , Pneumothorax: , Effusion: }
        datasets:
          films:
            title: Films
            table: {files: synthetic_nih_data_entry_v2020.csv, format: nih_cxr14}
            images: {folders: images, preprocessing: {size: 32}}
        ratings:
          tubes:
            title: Two raters
            dataset: films
            table:
              files: synthetic_tube_ratings.csv
              format: csv
              columns:
                image: ImageID
                raters: [a1, a2]
                findings: {Chest drain: "Chest_drain_tube_{rater}", Nasogastric tube: "NSG_tube_{rater}"}
        label_sets:
          reports: {title: Reports, kind: report_parsing, dataset: films, unlisted: negative, findings: [Pneumothorax, Effusion]}
          truth:
            title: Truth
            kind: image_review
            dataset: films
            table:
              files: synthetic_truth.csv
              format: csv
              columns:
                image: image
                findings: {Chest drain: chest_drain_tube, Nasogastric tube: nsg_tube, Pneumothorax: pneumothorax, Effusion: pleural_effusion}
                values: {positive: "1", negative: "0"}
        consensus:
          nonexp: {title: Non-experts, ratings: tubes, rule: same-side}
        splits:
          patients: {title: By patients, of: truth, labels: truth, parts: {train: .6, validation: .2, test: .2}}
        training:
          multi:
            title: Multi-task
            recipe: small
            options: {epochs: 6, accumulate: 2, batch_size: 4, soft_labels: true, balance_positives: true, finding_weights: {Chest drain: 2}}
            models: small
            heads:
              tubes: {labels: nonexp, findings: [Chest drain, Nasogastric tube]}
              pathologies: {labels: reports, findings: [Pneumothorax, Effusion], weight: .5}
            split: patients
            seeds: [1, 2]
        evaluation:
          resamples: 50
          tables:
            t1: {title: Drains, models: multi, labels: [nonexp, truth], findings: Chest drain}
            t2: {title: Everything, models: multi, labels: [nonexp, reports, truth], findings: [Chest drain, Nasogastric tube, Pneumothorax, Effusion], rows: findings}

        """;

    private static readonly Lazy<string> Data = new(MakeData);

    private readonly Scratch _scratch;

    /// <param name="scratch">Takes the protocol and the run folder.</param>
    /// <param name="changes">Texts of the protocol and what stands in their place.</param>
    public TubeStudy(Scratch scratch, params IEnumerable<(string Old, string New)> changes)
    {
        _scratch = scratch;
        var protocol = Protocol;
        foreach (var (old, text) in changes)
        {
            Assert.Contains(old, protocol, StringComparison.Ordinal);
            protocol = protocol.Replace(old, text, StringComparison.Ordinal);
        }

        scratch.Write("study.yaml", protocol);
    }

    /// <summary>Runs it into a folder of the scratch.</summary>
    public Ended Run(string folder, params IEnumerable<string> arguments) => Started.NeatxIn(_scratch.Folder, ["run", "study.yaml", "--data", Data.Value, "--out", folder, .. arguments]);

    /// <summary>Starts the same and does not wait. Its processes are a group of their own, as those of a command in a terminal are.</summary>
    public Process Start(string folder) => Process.Start(new ProcessStartInfo("setsid", [Started.Neatx, "run", "study.yaml", "--data", Data.Value, "--out", folder])
    {
        UseShellExecute = false,
        WorkingDirectory = _scratch.Folder,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>The folders of its training runs, by name.</summary>
    public IReadOnlyList<string> Runs(string folder)
    {
        var training = Path.Combine(_scratch[folder], "training");
        return Directory.Exists(training) ? [.. Directory.EnumerateFiles(training, RunFiles.Config, SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>The SHA-256 of what its training and the whole run came to.</summary>
    public IReadOnlyList<string> Hashes(string folder) =>
    [
        .. Runs(folder).SelectMany(run => new[] { RunFiles.Model, RunFiles.Scores, RunFiles.Metrics }, (run, file) => FileHash.Of(Path.Combine(run, file))),
        .. new[] { "results.json", "report.html", "tables/evaluation.t2.csv" }.Select(file => FileHash.Of(Path.Combine(_scratch[folder], file))),
    ];

    /// <summary>The files of a run folder in which the path of that folder, or of the data, stands.</summary>
    public IEnumerable<string> FilesThatNameTheirPlace(string folder)
    {
        byte[][] places = [Encoding.UTF8.GetBytes(_scratch.Folder), Encoding.UTF8.GetBytes(Data.Value)];
        return Directory.EnumerateFiles(_scratch[folder], "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file) is var bytes && places.Any(place => bytes.AsSpan().IndexOf(place) >= 0));
    }

    private static string MakeData()
    {
        var scratch = new Scratch();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scratch.Dispose();
        var ended = Started.NeatxIn(scratch.Folder, "phantom", "--out", "films", "--images", "40", "--size", "64", "--seed", "3");
        Assert.True(ended.Code == 0, ended.Error);
        return scratch["films"];
    }
}
