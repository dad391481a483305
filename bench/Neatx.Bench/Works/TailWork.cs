using System.Runtime.InteropServices;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Native;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using TorchSharp;

namespace Neatx.Bench.Works;

/// <summary>An epoch of the part of DenseNet-121 that the paper trains, over features that lie in memory: two batches of 32 images, Adam, on all cores.</summary>
internal sealed class TailWork : IWork, IRows, IDisposable
{
    private const int Images = 64;
    private static readonly string[] Findings = ["drain", "trach", "endo", "nsg"];

    private readonly float[] _features;
    private readonly ParameterValues _start;
    private readonly ParameterSet _parameters;
    private readonly Learner _learner;
    private readonly double _learningRate;
    private readonly int _batch;
    private readonly int _size;

    /// <param name="folder">Holds weights and features.</param>
    public TailWork(string folder)
    {
        var config = new RunConfig
        {
            Name = "tail",
            Seed = 1,
            Architecture = Core.Training.Architecture.DenseNet121,
            Heads = [new Head("tubes", Findings)],
            Recipe = Recipes.ByName[Recipes.Drain],
            ImageFolder = folder,
            CacheFolder = folder,
            ImagesSha256 = "",
        };
        var network = Networks.Create(config);
        var tail = network.After(Networks.TailStart(config.Architecture, FreezePolicy.AllButTail));
        _start = LoadedWeights.Read(network, Path.Combine(folder, "densenet.pth"), new MatchOptions()).Over(ParameterValues.Initialise(network, 1));
        _features = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "features.f32"))).ToArray();
        Shape = [tail.InputChannels, 16, 16];
        (_batch, _size) = (config.Recipe.BatchSize, tail.InputChannels * 16 * 16);
        TorchRuntime.Start(Environment.ProcessorCount);
        _parameters = new ParameterSet(_start);
        var images = Enumerable.Range(0, Images).Select(image => new RunImage(
            $"{image}", $"{image}", "", RunParts.Train, [.. Findings.Select((_, finding) => (image >> finding) % 2 == 0 ? LabelState.Negative : LabelState.Positive)], new float?[Findings.Length]));
        _learner = new Learner(new TorchNetwork(tail, _parameters), new LabelTargets(config, [.. images]), _batch, Shape, torch.CPU);
        _learningRate = config.Recipe.LearningRate;
    }

    public IReadOnlyList<long> Shape { get; }

    /// <summary>From the same start each time: the loss of each batch before its step.</summary>
    public IReadOnlyList<double> Run()
    {
        foreach (var name in _learner.Network.Network.Parameters.Select(each => each.Name)) _parameters.Write(name, _start[name]);
        _learner.Optimiser.Steps = 0;
        foreach (var moment in _learner.Optimiser.Means.Concat(_learner.Optimiser.Squares)) moment.zero_();
        return [.. Enumerable.Range(0, Images).Chunk(_batch).Select((rows, step) => _learner.Step(this, rows, _learningRate, _ => Draws.Dropout(1, 1, step)))];
    }

    public void CopyTo(ReadOnlySpan<int> rows, Memory<float> values)
    {
        for (var index = 0; index < rows.Length; index++) _features.AsSpan(rows[index] * _size, _size).CopyTo(values.Span[(index * _size)..]);
    }

    public void Dispose()
    {
        _learner.Dispose();
        _parameters.Dispose();
    }
}
