using System.Runtime.InteropServices;
using Neatx.Learning.Models;
using Neatx.Learning.Native;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Loop;

namespace Neatx.Bench.Works;

/// <summary>An epoch of the part of DenseNet-121 that the paper trains, over features that lie in memory: two batches of 32 images, Adam, on all cores.</summary>
internal sealed class TailWork : IWork, IRows, IDisposable
{
    private const int Images = 64;

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
        var recipe = new PaperRecipe(folder);
        _start = recipe.Start;
        _features = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "features.f32"))).ToArray();
        Shape = [recipe.Tail.InputChannels, 16, 16];
        (_batch, _size) = (recipe.Config.Recipe.BatchSize, recipe.Tail.InputChannels * 16 * 16);
        TorchRuntime.Start(Environment.ProcessorCount);
        _parameters = new ParameterSet(_start);
        _learner = recipe.Learn(_parameters, Images, Shape);
        _learningRate = recipe.Config.Recipe.LearningRate;
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
