using System.Runtime.InteropServices;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;

namespace Neatx.Bench.Works;

/// <summary>DenseNet-121 at 512 x 512 over a few images, on ONNX Runtime and all cores.</summary>
internal sealed class ForwardWork : IWork, IDisposable
{
    public const int Images = 4;
    public const int Size = 512;

    private static readonly Head[] Heads = [new("tubes", ["drain", "trach", "endo", "nsg"])];

    private readonly PreparedImage[] _images;
    private readonly OnnxEngine _engine;
    private readonly float[] _outputs;

    private ForwardWork(ParameterValues weights, PreparedImage[] images)
    {
        _images = images;
        _engine = OnnxEngine.Of(Network, weights, Size, new EngineOptions { Batch = Images });
        _outputs = new float[images.Length * _engine.OutputLength];
    }

    /// <summary>Multiply-adds of one run, 4 x 14.8 thousand million.</summary>
    public static long MultiplyAdds => Images * Network.MultiplyAdds(new Shape(3, Size, Size));

    private static Network Network { get; } = Networks.Create(Core.Training.Architecture.DenseNet121, ModelVariant.Torchvision, Heads);

    /// <summary>On the weights and images of the inputs' folder.</summary>
    public static ForwardWork Of(string folder)
    {
        var loaded = LoadedWeights.Read(Network, Path.Combine(folder, "densenet.pth"), new MatchOptions());
        var pixels = MemoryMarshal.Cast<byte, ushort>(File.ReadAllBytes(Path.Combine(folder, "forward.u16"))).ToArray();
        return new ForwardWork(loaded.Over(ParameterValues.Initialise(Network, 1)), [.. pixels.Chunk(Size * Size).Select(film => new PreparedImage(Size, film))]);
    }

    /// <summary>On made-up ones.</summary>
    public static ForwardWork MadeUp()
    {
        var images = new PreparedImage[Images];
        for (var image = 0; image < Images; image++)
            images[image] = new PreparedImage(Size, Enumerable.Range(0, Size * Size).Select(pixel => (ushort)(pixel * (image + 3) % 65_521)).ToArray());
        return new ForwardWork(ParameterValues.Initialise(Network, 1), images);
    }

    /// <summary>The logits, image after image.</summary>
    public IReadOnlyList<double> Run()
    {
        _engine.Run(_images, _outputs);
        return [.. _outputs.Select(output => (double)output)];
    }

    public void Dispose() => _engine.Dispose();
}
