using System.Reflection;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Checkpoints;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;
using Neatx.Learning.Training.Tables;
using Neatx.Learning.Weights;
using TorchSharp;

namespace Neatx.Learning.Training;

/// <summary>What a run does after its folder was read: images, features, training, scores.</summary>
internal sealed class TrainingWork(RunInput input, string configSha256, TrainingOptions options, ITrainingObserver observer)
{
    private const int ScoredBetweenLooks = 1024;

    private readonly RunConfig _config = input.Config;

    private int Threads => options.Threads ?? _config.Recipe.Threads;

    public RunLifecycle Do(CancellationToken cancellation)
    {
        var checkpoint = Checkpoint.Find(PathOf(RunFiles.Checkpoint), configSha256);
        var device = TrainingDevice.Of(options.Device, Threads);
        var network = Networks.Create(_config);
        var start = _config.Weights with { File = input.WeightsFile };
        var values = LoadedWeights.For(network, start, _config.Seed, _config.Variant, out var remarks);
        foreach (var remark in remarks) observer.Warn($"weights: {remark}");
        var cut = Networks.TailStart(_config.Architecture, _config.Recipe.Freeze);
        using var rows = RunRows.Open(input, network, cut, values, options, observer, cancellation);

        var tail = network.After(cut);
        using var parameters = new ParameterSet(values, device.Device);
        var targets = new LabelTargets(_config, rows.Usable.Images);
        using var learner = new Learner(
            new TorchNetwork(tail, parameters), targets, _config.Recipe.BatchSize, rows.Of(0).Shape, device.Device);
        var engine = Engine(device, rows.Description, remarks);
        var state = new RunLifecycle { Status = RunStatus.Running, ConfigSha256 = configSha256, Refused = rows.Usable.Refused, Engine = engine };
        using var output = new TrainerOutput(input.Folder, _config, state, options, observer);
        var trainer = new Trainer(_config, rows.Usable.Images, learner, targets, rows.Of, output);
        if (checkpoint is not null) trainer.Continue(checkpoint);
        trainer.Run(cancellation);
        WriteScores(rows, learner, cancellation);
        WriteModel(parameters);
        var done = output.State with { Status = RunStatus.Done, Epoch = trainer.Position.Epoch };
        StateFile.Write(input.Folder, done);
        File.Delete(PathOf(RunFiles.Checkpoint));
        return done;
    }

    private string PathOf(string file) => Path.Combine(input.Folder, file);

    private void WriteScores(RunRows rows, Learner learner, CancellationToken cancellation)
    {
        var (images, findings) = (rows.Usable.Images, _config.Findings());
        var scores = new double[images.Count * findings.Count];
        for (var start = 0; start < images.Count; start += ScoredBetweenLooks)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] which = [.. Enumerable.Range(start, Math.Min(ScoredBetweenLooks, images.Count - start))];
            var logits = learner.Score(rows.Of(0), which);
            for (var index = 0; index < logits.Length; index++) scores[(start * findings.Count) + index] = 1 / (1 + Math.Exp(-(double)logits[index]));
            observer.Progress("scoring", start + which.Length, images.Count);
        }

        ScoreTable.Write(PathOf(RunFiles.Scores), images, findings, scores);
    }

    private void WriteModel(ParameterSet parameters)
    {
        var values = parameters.ToValues();
        var tensors = values.Parameters.Select(each => StoredTensor.Of(each.Name, [.. each.Shape.Select(side => (long)side)], values[each.Name]));
        SafetensorsWriter.Write(PathOf(RunFiles.Model), tensors, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Python's reader asks for it.
            ["format"] = "pt",
            ["neatx_architecture"] = _config.Architecture.ToString(),
            ["neatx_variant"] = _config.Variant.ToString(),
            ["neatx_findings"] = string.Join('\n', _config.Findings()),
            ["neatx_start"] = _config.Weights.Source,
            ["neatx_config_sha256"] = configSha256,
        });
    }

    private static OrderedDictionary<string, string> Engine(TrainingDevice device, string features, IReadOnlyList<string> remarks)
    {
        var version = typeof(TrainingWork).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var engine = new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["neatx"] = version };
        foreach (var (name, value) in device.Torch.ToEngine()) engine[name] = value;
        engine["device"] = device.Device.type == DeviceType.CUDA ? "cuda" : "cpu";
        engine["features"] = features;
        if (remarks.Count > 0) engine["weights"] = string.Join("; ", remarks);
        return engine;
    }
}
